/**
 * Every way Matte can fail, and the sentence a person reads. Faults are thrown as MatteError; what is merely expected
 * (nothing under the pointer, no subject) travels as the same code inside a value. Codes survive messaging and IndexedDB,
 * classes do not: recognise an error by `isMatteError`, never by `instanceof` or by its text.
 */
export type ErrorCode =
  | 'account-damaged'
  | 'backend-unavailable'
  | 'bad-request'
  | 'data-gone'
  | 'data-in-use'
  | 'data-newer'
  | 'decode-failed'
  | 'empty-file'
  | 'engine-crashed'
  | 'image-too-large'
  | 'inference-failed'
  | 'internal'
  | 'key-failed'
  | 'model-corrupt'
  | 'model-missing'
  | 'network-failed'
  | 'no-credit'
  | 'no-picture'
  | 'no-subject'
  | 'not-an-image'
  | 'not-found'
  | 'not-in-time'
  | 'offline'
  | 'offscreen-unavailable'
  | 'out-of-memory'
  | 'page-blocked'
  | 'refused-by-site'
  | 'site-access'
  | 'storage-full'
  | 'suspended'
  | 'unsupported-format'
  | 'vault-damaged';

/** Whether doing the same thing again may help. A missing code is a compile error; the sentences are in locales/. */
export const RETRY: Readonly<Record<ErrorCode, boolean>> = {
  'account-damaged': true,
  'backend-unavailable': false,
  'bad-request': false,
  'data-gone': true,
  'data-in-use': true,
  'data-newer': true,
  'decode-failed': false,
  'empty-file': false,
  'engine-crashed': true,
  'image-too-large': false,
  'inference-failed': true,
  internal: true,
  'key-failed': true,
  'model-corrupt': false,
  'model-missing': false,
  'network-failed': true,
  'no-credit': false,
  'no-picture': false,
  'no-subject': false,
  'not-an-image': false,
  'not-found': false,
  'not-in-time': true,
  offline: true,
  'offscreen-unavailable': true,
  'out-of-memory': true,
  'page-blocked': false,
  'refused-by-site': false,
  'site-access': true,
  'storage-full': true,
  suspended: false,
  'unsupported-format': false,
  'vault-damaged': false,
};

export class MatteError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail?: string, cause?: unknown) {
    super(detail ? `${code}: ${detail}` : code, { cause });
    this.name = 'MatteError';
    this.code = code;
  }
}

/** Makes an error with a code; `detail` is for the console and tests, never for the user. */
export function matteError(code: ErrorCode, detail?: string, cause?: unknown): MatteError {
  return new MatteError(code, detail, cause);
}

/** True for a MatteError, also for one that lost its class on the way through a message or a worker. */
export function isMatteError(value: unknown): value is MatteError {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return typeof value.code === 'string' && Object.hasOwn(RETRY, value.code);
}

/** The code of anything thrown; what is not ours is `internal`. Dexie wraps why a database did not open in its `inner`. */
export function codeOf(thrown: unknown): ErrorCode {
  if (isMatteError(thrown)) return thrown.code;
  const inner = typeof thrown === 'object' && thrown !== null && 'inner' in thrown ? thrown.inner : undefined;
  return isMatteError(inner) ? inner.code : 'internal';
}
