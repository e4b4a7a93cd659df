/** Counting, on this device and only for who agreed to it. A count that is lost is lost: nothing else may suffer from it. */
import { agreesTo, type Consent } from '../account/consent';
import { readGuestConsents } from '../account/guest-consents';
import { POLICY_VERSION } from '../account/policy';
import { GUEST } from '../credits/ledger';
import { momentAt } from '../credits/moment';
import type { MatteDb } from '../db';
import type { Job } from '../jobs/job';
import { addCounts, type Count, countsOf, lastDroppedDay, mergeCounts, type StoredDay } from './statistics';

export interface CounterDeps {
  readonly db: MatteDb;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A job has ended: one more of what it was, for who started it. Never rejects. */
export async function countJob(deps: CounterDeps, job: Job): Promise<void> {
  await count(deps, job.owner, countsOf(job)).catch(() => {});
}

/** Popup or dashboard was opened. Never rejects. */
export async function countVisit(deps: CounterDeps, owner: string): Promise<void> {
  await count(deps, owner, ['visits']).catch(() => {});
}

/** Consent is read in the transaction that counts: after a no, not even what was under way is counted. */
async function count({ db, now }: CounterDeps, owner: string, added: readonly Count[]): Promise<void> {
  if (added.length === 0) return;
  const { day } = momentAt(now());
  await db.transaction('rw', db.accounts, db.settings, db.statistics, async () => {
    if (!agreesTo(await consentsOf(db, owner), 'statistics', POLICY_VERSION)) return;
    const before = await db.statistics.get([owner, day]);
    await db.statistics.put({ owner, day, counts: addCounts(before?.counts ?? {}, added) });
  });
}

async function consentsOf(db: MatteDb, owner: string): Promise<readonly Consent[]> {
  if (owner === GUEST) return readGuestConsents(db);
  // An account that is gone is no guest.
  return (await db.accounts.get(owner))?.consents ?? [];
}

/** One owner's days, oldest first. */
export async function readStatistics(db: MatteDb, owner: string): Promise<StoredDay[]> {
  return db.statistics.where('[owner+day]').between([owner, ''], [owner, '\uffff']).toArray();
}

/** What the user asks for with "Delete statistics"; consent is another matter. */
export async function deleteStatistics(db: MatteDb, owner: string): Promise<void> {
  await db.statistics.where('[owner+day]').between([owner, ''], [owner, '\uffff']).delete();
}

/** Drops what is older than 12 months. What a wrong clock wrote into the future counts as of today from now on. */
export async function pruneStatistics({ db, now }: CounterDeps): Promise<void> {
  const { day: today } = momentAt(now());
  await db.transaction('rw', db.statistics, async () => {
    for (const row of await db.statistics.where('day').above(today).toArray()) await countAs(db, row, today);
    await db.statistics.where('day').belowOrEqual(lastDroppedDay(today)).delete();
  });
}

async function countAs(db: MatteDb, { owner, day, counts }: StoredDay, today: string): Promise<void> {
  const before = await db.statistics.get([owner, today]);
  await db.statistics.put({ owner, day: today, counts: mergeCounts(before?.counts ?? {}, counts) });
  await db.statistics.delete([owner, day]);
}
