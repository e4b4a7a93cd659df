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

export interface ErrorAdvice {
  /** What happened and what to do next, in one breath. */
  readonly sentence: string;
  /** Whether doing the same thing again may help. */
  readonly retry: boolean;
}

/** A missing code is a compile error here; tests check that each sentence names a next step. */
export const ADVICE: Readonly<Record<ErrorCode, ErrorAdvice>> = {
  'account-damaged': {
    sentence: 'This account’s data on this browser is damaged. Try again; if it stays so, use your recovery code.',
    retry: true,
  },
  'backend-unavailable': {
    sentence: 'The chosen processor cannot be used on this machine. Open Matte’s settings and choose “Automatic”.',
    retry: false,
  },
  'bad-request': {
    sentence: 'Matte could not read that request. Reload the page, then right-click the picture again.',
    retry: false,
  },
  'data-gone': {
    sentence: 'What Matte had stored was deleted while this page was open. Reload the page to go on.',
    retry: true,
  },
  'data-in-use': {
    sentence: 'Another tab of Matte keeps this one from your cutouts. Close Matte’s other tabs, then try again.',
    retry: true,
  },
  'data-newer': {
    sentence: 'A newer Matte keeps your cutouts now. Reload this page; if it stays so, restart the browser.',
    retry: true,
  },
  'decode-failed': {
    sentence: 'This picture is damaged or cut off. Open it in a tab to check it, or try another copy.',
    retry: false,
  },
  'empty-file': { sentence: 'This file is empty. Download or export it again, then retry.', retry: false },
  'engine-crashed': {
    sentence: 'The engine stopped twice on this picture. Close some tabs to free memory, or try a smaller copy.',
    retry: true,
  },
  'image-too-large': {
    sentence: 'This picture is over 100 megapixels or 256 MB. Make it smaller, then try again.',
    retry: false,
  },
  'inference-failed': {
    sentence: 'The engine could not finish this picture. Try again; if it stays so, restart the browser.',
    retry: true,
  },
  internal: { sentence: 'Something went wrong inside Matte. Try again; your other pictures are safe.', retry: true },
  'key-failed': {
    sentence: 'The browser could not compute the key to your account. Close some tabs to free memory, then try again.',
    retry: true,
  },
  'model-corrupt': { sentence: 'Matte’s model file is damaged. Remove and install the extension again.', retry: false },
  'model-missing': { sentence: 'Matte’s model file is missing. Remove and install the extension again.', retry: false },
  'network-failed': {
    sentence: 'The picture could not be fetched from its site. Try again, or copy the picture and paste it into Matte.',
    retry: true,
  },
  'no-credit': {
    sentence:
      'Your credits are used up, so this is a small preview, free of charge. Try the picture again tomorrow for its full size.',
    retry: false,
  },
  'no-picture': {
    sentence: 'There is no picture under the pointer. Right-click straight on the picture, or paste it into Matte.',
    retry: false,
  },
  'no-subject': {
    sentence: 'No clear subject was found. Try a picture in which one thing stands out from its background.',
    retry: false,
  },
  'not-an-image': {
    sentence:
      'The site sent a page instead of the picture. Reload the page, or copy the picture and paste it into Matte.',
    retry: false,
  },
  'not-found': {
    sentence: 'The picture is no longer at its address. Reload the page, then right-click it again.',
    retry: false,
  },
  'not-in-time': {
    sentence:
      'This picture was not ready within an hour, and Matte keeps originals no longer. Try it again from the start.',
    retry: true,
  },
  offline: { sentence: 'You are offline and this picture is not loaded. Reconnect, then try again.', retry: true },
  'offscreen-unavailable': {
    sentence: 'The browser did not let the engine start. Try again; if it stays so, restart the browser.',
    retry: true,
  },
  'out-of-memory': {
    sentence: 'There is not enough memory for this picture. Close some tabs, or try a smaller copy.',
    retry: true,
  },
  'page-blocked': {
    sentence: 'The browser keeps extensions off this page. Copy the picture and paste it into Matte instead.',
    retry: false,
  },
  'refused-by-site': {
    sentence: 'The site refused to hand out the picture. Copy the picture on the page and paste it into Matte.',
    retry: false,
  },
  'site-access': {
    sentence:
      'Matte may not read this site yet. Click the puzzle icon, choose Matte → “Always allow”, or paste the picture.',
    retry: true,
  },
  'storage-full': { sentence: 'The disk is full. Free some space or delete old cutouts, then try again.', retry: true },
  suspended: {
    sentence:
      'Full-size cutouts are suspended for this account, so this is a small preview, free of charge. Open Matte to read why.',
    retry: false,
  },
  'unsupported-format': {
    sentence: 'The browser cannot open this kind of file. Save it as PNG or JPEG, then try again.',
    retry: false,
  },
  'vault-damaged': {
    sentence:
      'This cutout was changed or damaged on the disk and does not open. Remove it, then cut its picture again.',
    retry: false,
  },
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
  return typeof value.code === 'string' && Object.hasOwn(ADVICE, value.code);
}

/** The code of anything thrown; what is not ours is `internal`. Dexie wraps why a database did not open in its `inner`. */
export function codeOf(thrown: unknown): ErrorCode {
  if (isMatteError(thrown)) return thrown.code;
  const inner = typeof thrown === 'object' && thrown !== null && 'inner' in thrown ? thrown.inner : undefined;
  return isMatteError(inner) ? inner.code : 'internal';
}
