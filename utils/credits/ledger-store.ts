/**
 * The book of credits in Dexie. The writing functions belong into the transaction of what they pay for: call them inside
 * one over `ledgerTables` and whatever else must change with them. There is only the guest's account yet.
 */
import { Dexie } from 'dexie';
import type { MatteDb } from '../db';
import { type Account, accountOf, closingEntries, dueEntries, GUEST, hasHold, holdEntries } from './ledger';
import { momentAt } from './moment';
import { type Plan, planAt } from './plans';

/** What a transaction that calls the functions below must hold. */
export function ledgerTables(db: MatteDb) {
  return [db.ledger, db.memberships];
}

/**
 * Holds a credit for a job, unless it has one already; first writes down what time has brought.
 * @param now epoch ms
 * @returns whether the job now has a hold: it may give its picture in full size
 */
export async function holdCredit(db: MatteDb, jobId: string, now: number): Promise<boolean> {
  const [book, plan] = [await bookOf(db), await readPlan(db, now)];
  const next = holdEntries(book, { owner: GUEST, jobId, unlimited: plan.name === 'pro' }, momentAt(now));
  await db.ledger.bulkAdd([...next]);
  return hasHold([...book, ...next], jobId);
}

/** Settles or releases the job's hold, once; nothing for a job without an open one. `now` in epoch ms. */
export async function closeHold(db: MatteDb, jobId: string, kind: 'settle' | 'release', now: number): Promise<void> {
  const book = await db.ledger.where('[jobId+kind]').between([jobId, Dexie.minKey], [jobId, Dexie.maxKey]).toArray();
  await db.ledger.bulkAdd([...closingEntries(book, jobId, kind, now)]);
}

export interface Credits extends Pick<Account, 'balance' | 'allowance'> {
  readonly plan: Plan;
}

/** What can be spent now (epoch ms), also before anything has been written down. Only reads. */
export async function readCredits(db: MatteDb, now: number): Promise<Credits> {
  const book = await bookOf(db);
  const { balance, allowance } = accountOf([...book, ...dueEntries(book, GUEST, momentAt(now))]);
  return { plan: await readPlan(db, now), balance, allowance };
}

/** As written: the primary key counts up. */
function bookOf(db: MatteDb) {
  return db.ledger.where('owner').equals(GUEST).sortBy('seq');
}

async function readPlan(db: MatteDb, now: number): Promise<Plan> {
  return planAt(await db.memberships.get(GUEST), now);
}
