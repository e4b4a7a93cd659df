/**
 * What is counted of one's own use, by who agreed to it: numbers of a day, never an address or a pixel. What can be counted
 * are the words of this file and no others, whatever row a count is made from. Pure.
 */
import type { ErrorCode } from '../errors';
import { type Job, QUALITIES } from '../jobs/job';
import { RUNGS } from '../jobs/rungs';

export interface StoredDay {
  /** An account's id, or `guest`. */
  readonly owner: string;
  /** Local calendar day, `2026-11-22`. */
  readonly day: string;
  /** What happened how often on it. */
  readonly counts: Readonly<Record<string, number>>;
}

/** How long a cutout took, as coarse as anybody needs to know it. */
export const TIME_BUCKETS = ['under-1s', '1-3s', '3-10s', '10-30s', 'over-30s'] as const;
export type TimeBucket = (typeof TIME_BUCKETS)[number];

export const FAILURES = ['picture', 'no-subject', 'fetch', 'engine', 'storage'] as const;
export type Failure = (typeof FAILURES)[number];

/** A code without a group is a compile error. */
const FAILURE_OF: Readonly<Record<ErrorCode, Failure>> = {
  'account-damaged': 'storage',
  'backend-unavailable': 'engine',
  'bad-request': 'fetch',
  'data-gone': 'storage',
  'data-in-use': 'storage',
  'data-newer': 'storage',
  'decode-failed': 'picture',
  'empty-file': 'picture',
  'engine-crashed': 'engine',
  'image-too-large': 'picture',
  'inference-failed': 'engine',
  internal: 'engine',
  'key-failed': 'engine',
  'model-corrupt': 'engine',
  'model-missing': 'engine',
  'network-failed': 'fetch',
  'no-credit': 'engine',
  'no-picture': 'fetch',
  'no-subject': 'no-subject',
  'not-an-image': 'picture',
  'not-found': 'fetch',
  'not-in-time': 'engine',
  offline: 'fetch',
  'offscreen-unavailable': 'engine',
  'out-of-memory': 'engine',
  'page-blocked': 'fetch',
  'refused-by-site': 'fetch',
  'site-access': 'fetch',
  'storage-full': 'storage',
  suspended: 'engine',
  'unsupported-format': 'picture',
  'vault-damaged': 'storage',
};

export const COUNTS = [
  'visits',
  'done',
  'cancelled',
  ...FAILURES.map((failure) => `failed/${failure}` as const),
  ...RUNGS.map((rung) => `on/${rung}` as const),
  ...TIME_BUCKETS.map((bucket) => `took/${bucket}` as const),
  ...QUALITIES.map((quality) => `asked/${quality}` as const),
] as const;
export type Count = (typeof COUNTS)[number];

/** What a job's end adds one to; nothing for one that is still open. */
export function countsOf({ status, error, outcome, quality }: Job): readonly Count[] {
  if (status === 'cancelled') return ['cancelled'];
  if (status === 'failed') return [`failed/${failureOf(error)}`];
  if (status !== 'done' || !outcome) return [];
  const rung = RUNGS.find((each) => each === outcome.backend);
  const asked = QUALITIES.find((each) => each === quality);
  return ['done', `took/${bucketOf(outcome.ms)}`, ...(rung ? [`on/${rung}` as const] : []), ...askedFor(asked)];
}

function askedFor(quality: (typeof QUALITIES)[number] | undefined): readonly Count[] {
  return quality ? [`asked/${quality}`] : [];
}

function failureOf(error: ErrorCode | null): Failure {
  return error !== null && Object.hasOwn(FAILURE_OF, error) ? FAILURE_OF[error] : 'engine';
}

/** @param ms what the user waited; a duration that is none counts as the longest */
export function bucketOf(ms: number): TimeBucket {
  if (ms < 1000) return 'under-1s';
  if (ms < 3000) return '1-3s';
  if (ms < 10_000) return '3-10s';
  return ms < 30_000 ? '10-30s' : 'over-30s';
}

/** One more of each. */
export function addCounts(before: StoredDay['counts'], added: readonly Count[]): StoredDay['counts'] {
  const counts = known(before);
  for (const count of added) counts[count] = (counts[count] ?? 0) + 1;
  return counts;
}

/** Two days become one, as when a wrong clock wrote the other. */
export function mergeCounts(one: StoredDay['counts'], other: StoredDay['counts']): StoredDay['counts'] {
  const [counts, more] = [known(one), known(other)];
  for (const count of COUNTS) if (more[count]) counts[count] = (counts[count] ?? 0) + more[count];
  return counts;
}

/** Whatever lies there, only the words of this file come out, as whole numbers above 0. */
export function known(counts: unknown): Partial<Record<Count, number>> {
  if (typeof counts !== 'object' || counts === null) return {};
  const stored = counts as Readonly<Record<string, unknown>>;
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
  return Object.fromEntries(COUNTS.flatMap((count) => (isCount(stored[count]) ? [[count, stored[count]]] : [])));
}

/** 12 months: a day goes when its date comes round again. */
export const KEPT_MONTHS = 12;

/** The last local day that is dropped: its date has come round. A string, for a year need not have every date. @param day like `2026-11-22` */
export function lastDroppedDay(day: string): string {
  const [year = '', ...monthAndDay] = day.split('-');
  return [String(Number(year) - KEPT_MONTHS / 12).padStart(4, '0'), ...monthAndDay].join('-');
}
