/**
 * The book of credits in Dexie, and beside it memberships and standings. The writing functions belong into the transaction
 * of what they pay for: call them inside one over `ledgerTables` and whatever else must change with them, from an `async`
 * function: Dexie loses its transaction over the awaits of any other.
 */
import { Dexie } from 'dexie';
import { seatedAccount } from '../account/account-store';
import type { MatteDb } from '../db';
import {
  type Account,
  accountOf,
  closingEntries,
  dueEntries,
  GUEST,
  grantEntries,
  hasHold,
  holdEntries,
} from './ledger';
import { momentAt } from './moment';
import { type Plan, type PreviewReason, planAt } from './plans';
import { counts, type Standing, type Suspension, suspensionAt } from './standing';

/** What a transaction that calls the functions below must hold. */
export function ledgerTables(db: MatteDb) {
  return [db.ledger, db.memberships, db.standings, db.accounts, db.signedIn];
}

/** Whose book is written in: of the account that sits at this browser, locked or not; else of the guest. */
export async function ownerHere(db: MatteDb): Promise<string> {
  return (await seatedAccount(db))?.id ?? GUEST;
}

export interface Order {
  /** Who pays. */
  readonly owner: string;
  readonly jobId: string;
}

/**
 * Holds a credit for a job, unless it has one already; first writes down what time has brought.
 * @param now epoch ms
 * @returns null: the job has a hold and may give its picture in full size; otherwise why it may not
 */
export async function holdCredit(db: MatteDb, { owner, jobId }: Order, now: number): Promise<PreviewReason | null> {
  const before = await entriesOf(db, jobId);
  if (before.length > 0) return hasHold(before, jobId) ? null : 'no-credit';
  if (suspensionAt(await db.standings.get(owner), now)) return 'suspended';
  const [book, plan] = [await bookOf(db, owner), await readPlan(db, owner, now)];
  const next = holdEntries(book, { owner, jobId, unlimited: plan.name === 'pro' }, momentAt(now));
  await db.ledger.bulkAdd([...next]);
  return hasHold(next, jobId) ? null : 'no-credit';
}

/** Settles or releases the job's hold, once; nothing for a job without an open one. `now` in epoch ms. */
export async function closeHold(db: MatteDb, jobId: string, kind: 'settle' | 'release', now: number): Promise<void> {
  await db.ledger.bulkAdd([...closingEntries(await entriesOf(db, jobId), jobId, kind, now)]);
}

export interface NewGrant {
  readonly owner: string;
  /** Unique for its owner; the second of one name is none. */
  readonly grant: string;
  readonly credits: number;
  /** Epoch ms; null for never. */
  readonly expiresAt: number | null;
}

/** Writes down what time has brought, then the grant. `now` in epoch ms. */
export async function grantCredits(db: MatteDb, grant: NewGrant, now: number): Promise<void> {
  await db.ledger.bulkAdd([...grantEntries(await bookOf(db, grant.owner), grant, momentAt(now))]);
}

/**
 * A membership until then, from now or from the end of the present one, whichever is later: the present one is never
 * shortened, and no days are counted twice.
 * @param until epoch ms
 * @returns false, and nothing written, where the present one lasts as long
 */
export async function extendMembership(db: MatteDb, owner: string, until: number): Promise<boolean> {
  if (!(await wouldExtend(db, owner, until))) return false;
  await db.memberships.put({ owner, until });
  return true;
}

export async function wouldExtend(db: MatteDb, owner: string, until: number): Promise<boolean> {
  return until > ((await db.memberships.get(owner))?.until ?? 0);
}

/** @returns false, and nothing written, where a newer decision counts */
export async function putStanding(db: MatteDb, next: Standing): Promise<boolean> {
  if (!(await wouldCount(db, next))) return false;
  await db.standings.put(next);
  return true;
}

export async function wouldCount(db: MatteDb, next: Standing): Promise<boolean> {
  return counts(next, await db.standings.get(next.owner));
}

export interface Credits extends Pick<Account, 'balance' | 'allowance'> {
  readonly plan: Plan;
  readonly suspension: Suspension | null;
}

/** What whoever sits here can spend now (epoch ms), also before anything has been written down. Only reads. */
export function readCredits(db: MatteDb, now: number): Promise<Credits> {
  // In a transaction also because a live query forgets, over the awaits of plain async functions, what it has to watch.
  return db.transaction('r', ledgerTables(db), async () => {
    const owner = await ownerHere(db);
    const book = await bookOf(db, owner);
    const { balance, allowance } = accountOf([...book, ...dueEntries(book, owner, momentAt(now))]);
    const suspension = suspensionAt(await db.standings.get(owner), now);
    return { plan: await readPlan(db, owner, now), balance, allowance, suspension };
  });
}

/** As written: the primary key counts up. */
export function bookOf(db: MatteDb, owner: string) {
  return db.ledger.where('owner').equals(owner).sortBy('seq');
}

function entriesOf(db: MatteDb, jobId: string) {
  return db.ledger.where('[jobId+kind]').between([jobId, Dexie.minKey], [jobId, Dexie.maxKey]).toArray();
}

async function readPlan(db: MatteDb, owner: string, now: number): Promise<Plan> {
  return planAt(await db.memberships.get(owner), now);
}
