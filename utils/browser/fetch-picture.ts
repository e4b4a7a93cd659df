/**
 * Gets a picture's bytes by its address, from the extension (its host permission lifts CORS and CORP, cookies go along).
 * First without a Referer, so that no host learns of a page that hides itself; when the site refuses, once more with the
 * page as Referer, as the page's own <img> may have sent it.
 */
import { codeOf, type ErrorCode, isMatteError, matteError } from '../errors';
import { MAX_FILE_BYTES } from '../pipeline/raster';

const TIMEOUT_MS = 60_000;
/** How sites answer a request whose Referer they do not like. */
const MAY_WANT_REFERRER: ReadonlySet<ErrorCode> = new Set(['refused-by-site', 'not-found']);

export interface FetchDeps {
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
  /** Switches the rule that adds the page as Referer. */
  readonly sendReferrer: (on: boolean) => Promise<void>;
  /** Whether the user lets Matte read the picture's site. */
  readonly hasSiteAccess: () => Promise<boolean>;
}

/** @throws MatteError offline, network-failed, refused-by-site, not-found, site-access, image-too-large */
export async function fetchPicture(deps: FetchDeps, url: string, signal: AbortSignal): Promise<Blob> {
  if (!/^https?:/i.test(url)) return attempt(deps, url, signal);
  try {
    return await attempt(deps, url, signal);
  } catch (error) {
    signal.throwIfAborted();
    const code = codeOf(error);
    if (code === 'network-failed' && !(await hasSiteAccess(deps))) throw matteError('site-access', url, error);
    if (!MAY_WANT_REFERRER.has(code)) throw error;
  }
  return withReferrer(deps, () => attempt(deps, url, signal));
}

/** A background that died meanwhile costs the Referer, not the picture. */
async function withReferrer(deps: FetchDeps, get: () => Promise<Blob>): Promise<Blob> {
  const switchTo = (on: boolean) => deps.sendReferrer(on).catch(() => {});
  await switchTo(true);
  return get().finally(() => switchTo(false));
}

function hasSiteAccess(deps: FetchDeps): Promise<boolean> {
  return deps.hasSiteAccess().catch(() => true);
}

async function attempt(deps: FetchDeps, url: string, signal: AbortSignal): Promise<Blob> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await deps.fetch(url, { credentials: 'include', signal: limit });
    if (!response.ok) throw matteError(codeOfStatus(response.status), `${response.status} ${url}`);
    return await readAtMost(response, MAX_FILE_BYTES);
  } catch (error) {
    signal.throwIfAborted();
    if (isMatteError(error)) throw error;
    throw matteError(deps.isOnline() ? 'network-failed' : 'offline', url, error);
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401 || status === 403 || status === 451) return 'refused-by-site';
  return status === 404 || status === 410 ? 'not-found' : 'network-failed';
}

async function readAtMost(response: Response, limit: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > limit) {
      await reader?.cancel();
      throw matteError('image-too-large', `more than ${limit} bytes`);
    }
    chunks.push(part.value);
  }
  return new Blob(chunks, { type: response.headers.get('content-type') ?? '' });
}
