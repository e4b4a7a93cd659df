/**
 * How long anything is kept, and which cutouts history lets go of. Pure, so that the rule itself is tested. What is due
 * before the next round goes in this one: "an hour" is never longer, and up to ROUND_MS shorter.
 */

/** How long results are kept, unless they are pinned. */
export const KEEP_RESULTS = ['1h', '24h', '30d', 'forever'] as const;
export type KeepResults = (typeof KEEP_RESULTS)[number];

/** What the results of one owner may take of the disk, in bytes. */
export const KEEP_BYTES = [250_000_000, 1_000_000_000, 5_000_000_000, 20_000_000_000] as const;
export type KeepBytes = (typeof KEEP_BYTES)[number];

/** What the user chooses. */
export interface Retention {
  readonly keepResults: KeepResults;
  readonly keepBytes: KeepBytes;
}

export interface Kept {
  readonly id: string;
  readonly bytes: number;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly pinned?: boolean;
  /** Of a batch that is still there: want of room does not take it, age does. */
  readonly held?: boolean;
}

export interface Limits {
  readonly bytes: number;
  /** Null: for ever. */
  readonly ageMs: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Originals, and what nobody has asked for yet. */
export const BRIEFLY_MS = HOUR_MS;

/** Pictures of a batch that wait for their turn, and the batch itself. */
export const BATCH_MS = 24 * HOUR_MS;

/** Whatever is kept for a time only is looked at this often. */
export const TIDY_MINUTES = 10;
/** Alarms come late on a busy machine. */
const ROUND_MS = (TIDY_MINUTES + 2) * MINUTE_MS;

const AGES: Readonly<Record<KeepResults, number | null>> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
  forever: null,
};

export function limitsOf({ keepResults, keepBytes }: Retention): Limits {
  return { bytes: keepBytes, ageMs: AGES[keepResults] };
}

/**
 * Whether something of which nothing is lost has been here long enough: an original, an offer, a name. A clock that was
 * set back would keep it longer, so then it goes too.
 * @param since epoch ms
 */
export function isBrieflyOver(since: number, now: number): boolean {
  return isDue(since, BRIEFLY_MS, now) || since - now > MINUTE_MS;
}

/** The same of what came with a batch. */
export function isBatchOver(since: number, now: number): boolean {
  return isDue(since, BATCH_MS, now) || since - now > MINUTE_MS;
}

function isDue(since: number, keptMs: number, now: number): boolean {
  return now + ROUND_MS >= since + keptMs;
}

/**
 * Ids to drop, oldest first. Age takes all that are due; for want of room the oldest go until the rest fits, but never the
 * newest. Pinned ones stay, and what they weigh counts. A clock that was set back takes nothing.
 */
export function entriesToDrop(entries: readonly Kept[], { ageMs, bytes }: Limits, now: number): string[] {
  const isTooOld = ({ createdAt, pinned }: Kept) => !pinned && ageMs !== null && isDue(createdAt, ageMs, now);
  const rest = entries.filter((entry) => !isTooOld(entry));
  const dropped = [...entries.filter(isTooOld), ...overflow(rest, bytes)];
  return dropped.sort((a, b) => a.createdAt - b.createdAt).map(({ id }) => id);
}

const stays = ({ pinned, held }: Kept) => pinned === true || held === true;

function overflow(entries: readonly Kept[], limit: number): Kept[] {
  const newestFirst = entries.toSorted((a, b) => b.createdAt - a.createdAt);
  let bytes = entries.reduce((sum, entry) => sum + (stays(entry) ? entry.bytes : 0), 0);
  return newestFirst.filter((entry, index) => {
    if (stays(entry)) return false;
    bytes += entry.bytes;
    return index > 0 && bytes > limit;
  });
}
