/** Which cutouts history lets go of. Pure, so that the rule itself is tested. */

export interface Kept {
  readonly id: string;
  readonly bytes: number;
  readonly createdAt: number;
}

export interface Limits {
  readonly count: number;
  readonly bytes: number;
}

/** 200 cutouts or 1 GB, whichever comes first: about a month of heavy use, and a disk share nobody minds. */
export const HISTORY_LIMITS: Limits = { count: 200, bytes: 1_000_000_000 };

/** Ids to drop, oldest first, so that the rest fits; the newest entry always stays. */
export function entriesToDrop(entries: readonly Kept[], limits: Limits): string[] {
  const newestFirst = [...entries].sort((a, b) => b.createdAt - a.createdAt);
  const dropped: string[] = [];
  let bytes = 0;
  for (const [index, entry] of newestFirst.entries()) {
    bytes += entry.bytes;
    if (index > 0 && (index >= limits.count || bytes > limits.bytes)) dropped.unshift(entry.id);
  }
  return dropped;
}
