/** What a full disk costs: the older half of history but what is pinned, once; only then it is an error. */
import type { MatteDb } from '../db';
import { codeOf, matteError } from '../errors';
import { MAX_FILE_BYTES } from '../pipeline/raster';
import { halveHistory } from './history-store';

/**
 * Runs a write; on a full disk frees space and runs it once more.
 * @throws MatteError storage-full; whatever else the write throws, untouched
 */
export async function withRoom<Result>(db: MatteDb, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const fault = await storageFault(error);
    if (codeOf(fault) !== 'storage-full') throw error;
    // On a disk without a single byte left, deleting fails as well.
    if (!(await halveHistory(db).catch(() => false))) throw fault;
  }
  return write().catch(async (error) => {
    throw await storageFault(error);
  });
}

/** Less than one large picture. The browser's quota for an extension with unlimitedStorage is what the disk has left. */
const LOW_BYTES = MAX_FILE_BYTES;
/** What Chrome 156 says, besides QuotaExceededError, when the disk is full: of blobs, rows, and the next opening. */
const FULL_DISK_NAMES: readonly unknown[] = [
  'DataError',
  'UnknownError',
  'AbortError',
  'DatabaseClosedError',
  'OpenFailedError',
];

/** A full disk in our own words; anything else as it is. Those names have other causes too, so the space left decides. */
export async function storageFault(error: unknown): Promise<unknown> {
  const full = isQuotaError(error) || (isNamed(error, FULL_DISK_NAMES) && (await freeBytes()) < LOW_BYTES);
  return full ? matteError('storage-full', undefined, error) : error;
}

async function freeBytes(): Promise<number> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await globalThis.navigator?.storage?.estimate()) ?? {};
  return quota - usage;
}

function isNamed(error: unknown, names: readonly unknown[]): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && names.includes(error.name);
}

/** Dexie hands on the browser's error: as itself, as the `inner` of another, or among the failures of a bulk write. */
function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  if (name === 'QuotaExceededError' || isQuotaError(inner)) return true;
  return Array.isArray(failures) && failures.some(isQuotaError);
}
