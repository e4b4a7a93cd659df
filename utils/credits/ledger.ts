/**
 * The book of credits: entries are only ever appended, and whatever anybody has is what a fold over them says. Functions
 * here read a book and give the entries to append next; each gives none the second time, so that repeating a step, or dying
 * between two, changes nothing. Pure: the moment is passed in, and ledger-store writes.
 */
import type { Moment } from './moment';
import { FREE } from './plans';

/** The one account there is before anybody registers. */
export const GUEST = 'guest';

interface Written {
  readonly owner: string;
  /** Epoch ms, by the clock of then. */
  readonly at: number;
  readonly credits: number;
}

export interface Grant extends Written {
  readonly kind: 'grant';
  /** Unique for its owner: `welcome`, `day 2026-11-22`. */
  readonly grant: string;
  /** The day whose free credits these are; null for all others. */
  readonly day: string | null;
  /** Epoch ms; null for never. */
  readonly expiresAt: number | null;
}

/** `[jobId, kind]` is unique. A hold without a grant is that of an unlimited plan, of 0 credits. */
export type Entry =
  | Grant
  | (Written & { readonly kind: 'hold'; readonly jobId: string; readonly from: string | null })
  | (Written & { readonly kind: 'settle' | 'release'; readonly jobId: string })
  /** Unspent credits whose time is over go. */
  | (Written & { readonly kind: 'expire'; readonly from: string })
  /** A correction, up or down. */
  | (Written & { readonly kind: 'adjust'; readonly from: string });

/** One grant and what has become of it. */
export interface Lot extends Grant {
  readonly left: number;
  readonly held: number;
}

export interface Account {
  /** As granted. */
  readonly lots: readonly Lot[];
  /** What can be spent now. */
  readonly balance: number;
  /** What there was after the last grant, spent or held since. */
  readonly allowance: number;
}

/** The fold. Entries that fit nothing before them (a book edited by hand) count for nothing. */
export function accountOf(book: readonly Entry[]): Account {
  const lots = new Map<string, Lot>();
  const open = new Map<string, Lot['grant'] | null>();
  let allowance = 0;
  const change = (name: string | null | undefined, left: number, held: number) => {
    const lot = name && lots.get(name);
    if (lot) lots.set(name, { ...lot, left: lot.left + left, held: lot.held + held });
  };
  for (const entry of book) {
    const { credits } = entry;
    if (entry.kind === 'grant') {
      if (!lots.has(entry.grant)) lots.set(entry.grant, { ...entry, left: credits, held: 0 });
      allowance = sum([...lots.values()], ({ left, held }) => left + held);
    } else if (entry.kind === 'hold') {
      open.set(entry.jobId, entry.from);
      change(entry.from, -credits, credits);
    } else if (entry.kind === 'settle' || entry.kind === 'release') {
      change(open.get(entry.jobId), entry.kind === 'release' ? credits : 0, -credits);
      open.delete(entry.jobId);
    } else if (entry.kind === 'expire') change(entry.from, -credits, 0);
    else if (entry.kind === 'adjust') change(entry.from, credits, 0);
  }
  const all = [...lots.values()];
  return { lots: all, balance: sum(all, ({ left }) => left), allowance };
}

/** Whether the job has a hold that is neither settled nor released. */
export function hasHold(book: readonly Entry[], jobId: string): boolean {
  return openHold(book, jobId) !== undefined;
}

/**
 * A clock this much (ms) before the last refill shows that the refill's own clock was wrong. Less may be a clock that was
 * set back since; then the user waits for a later day, at most this long.
 */
const CLOCK_WAS_WRONG_MS = 48 * 3_600_000;

/**
 * What time has brought: the welcome of a new owner, or on a new day the refill, and the end of what has expired. A day is
 * granted once by its name, and only a later one than the last, so neither a clock that goes back nor a change of zone or
 * summer time grants twice.
 */
export function dueEntries(book: readonly Entry[], owner: string, moment: Moment): readonly Entry[] {
  const { lots } = accountOf(book);
  const { now, day, dayEnds } = moment;
  const written = { owner, at: now };
  const free = lots.filter((lot) => lot.day !== null);
  const isNewDay = startsDay(free, moment);
  const isOver = (lot: Lot) => (isRefill(lot) ? isNewDay : lot.expiresAt !== null && lot.expiresAt <= now);
  const over = lots.filter((lot) => lot.left > 0 && isOver(lot)).map((lot) => ending(lot, written));
  if (!isNewDay) return over;
  const grant = { ...written, kind: 'grant', day } as const;
  if (free.length === 0) return [...over, { ...grant, grant: WELCOME, credits: FREE.welcome, expiresAt: null }];
  // What is held counts: if it comes back, the day began with no more than it should.
  const kept = sum(free, (lot) => lot.held + (isOver(lot) ? 0 : lot.left));
  const credits = Math.max(0, FREE.daily - kept);
  // Also of nothing: the day has been looked at, and spending what was there brings no second refill.
  return [...over, { ...grant, grant: `day ${day}`, credits, expiresAt: dayEnds }];
}

/** What is due, and a grant of credits that were bought; without the grant if there is one of that name. */
export function grantEntries(
  book: readonly Entry[],
  { owner, grant, credits, expiresAt }: Pick<Grant, 'owner' | 'grant' | 'credits' | 'expiresAt'>,
  moment: Moment,
): readonly Entry[] {
  if (book.some((entry) => entry.kind === 'grant' && entry.grant === grant)) return [];
  const bought: Grant = { owner, at: moment.now, kind: 'grant', grant, day: null, credits, expiresAt };
  return [...dueEntries(book, owner, moment), bought];
}

/** The welcome of an owner who has had it, under another name: the day has been looked at, and there is nothing in it. */
export function spentWelcome(owner: string, { now, day }: Moment): Grant {
  return { owner, at: now, kind: 'grant', grant: WELCOME, day, credits: 0, expiresAt: null };
}

export interface Order {
  readonly owner: string;
  readonly jobId: string;
  /** The plan sets no limit: the hold is written, for nothing. */
  readonly unlimited: boolean;
}

/** What is due, and a hold of one credit, of those that expire soonest; without the hold if there is none to spend. */
export function holdEntries(book: readonly Entry[], order: Order, moment: Moment): readonly Entry[] {
  const { owner, jobId, unlimited } = order;
  if (book.some((entry) => entry.kind === 'hold' && entry.jobId === jobId)) return [];
  const hold = { owner, at: moment.now, kind: 'hold', jobId } as const;
  if (unlimited) return [{ ...hold, credits: 0, from: null }];
  const due = dueEntries(book, owner, moment);
  const [next] = accountOf([...book, ...due])
    .lots.filter(({ left }) => left > 0)
    .toSorted((a, b) => expiry(a) - expiry(b));
  return next ? [...due, { ...hold, credits: 1, from: next.grant }] : due;
}

/** The end of a hold: spent, or given back. Nothing without an open one. `at` in epoch ms. */
export function closingEntries(
  book: readonly Entry[],
  jobId: string,
  kind: 'settle' | 'release',
  at: number,
): readonly Entry[] {
  const hold = openHold(book, jobId);
  return hold ? [{ owner: hold.owner, at, kind, jobId, credits: hold.credits }] : [];
}

const WELCOME = 'welcome';

function isRefill({ day, grant }: Lot): boolean {
  return day !== null && grant !== WELCOME;
}

/** @param free as granted; none of a new owner */
function startsDay(free: readonly Lot[], { now, day }: Moment): boolean {
  const last = free.at(-1);
  if (!last) return true;
  if (free.some((lot) => lot.day === day)) return false;
  return day > (last.day ?? '') || last.at - now > CLOCK_WAS_WRONG_MS;
}

/** A lot of a day that has yet to come was a mistake of the clock, and is corrected rather than expired. */
function ending({ grant, left, at }: Lot, written: Omit<Written, 'credits'>): Entry {
  if (at > written.at) return { ...written, kind: 'adjust', from: grant, credits: -left };
  return { ...written, kind: 'expire', from: grant, credits: left };
}

function openHold(book: readonly Entry[], jobId: string) {
  const own = book.filter((entry) => 'jobId' in entry && entry.jobId === jobId);
  return own.some(({ kind }) => kind !== 'hold') ? undefined : own.find(({ kind }) => kind === 'hold');
}

/** Large but finite: two that never expire must compare as equal. */
function expiry({ expiresAt }: Lot): number {
  return expiresAt ?? Number.MAX_SAFE_INTEGER;
}

function sum(lots: readonly Lot[], of: (lot: Lot) => number): number {
  return lots.reduce((total, lot) => total + of(lot), 0);
}
