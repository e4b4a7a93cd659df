/** What a full disk costs: the older half of history, once; only then it is an error. */
import type { MatteDb } from '../db';
import { matteError } from '../errors';
import { halveHistory } from './history-store';

/**
 * Runs a write; on a full disk frees space and runs it once more.
 * @throws MatteError storage-full; whatever else the write throws, untouched
 */
export async function withRoom<Result>(db: MatteDb, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    // On a disk without a single byte left, deleting fails as well.
    const freed = await halveHistory(db).catch(() => false);
    if (!freed) throw storageFault(error);
  }
  return write().catch((error) => {
    throw storageFault(error);
  });
}

/** A full disk in our own words; anything else as it is. */
export function storageFault(error: unknown): unknown {
  return isQuotaError(error) ? matteError('storage-full', undefined, error) : error;
}

/** Dexie hands on the browser's error: as itself, as the `inner` of another, or among the failures of a bulk write. */
function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  if (name === 'QuotaExceededError' || isQuotaError(inner)) return true;
  return Array.isArray(failures) && failures.some(isQuotaError);
}
