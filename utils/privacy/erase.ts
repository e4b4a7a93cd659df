/**
 * Erasure: what belongs to one owner goes from every table, in one transaction. Then the database is read again, and the
 * receipt says what was found. Whoever asks has proved before who they are (account/guess.ts).
 */
import type { IndexableType, Table } from 'dexie';
import type { KeySession } from '../account/ports';
import { GUEST, spentWelcome } from '../credits/ledger';
import { momentAt } from '../credits/moment';
import { cutoutId, type MatteDb, previewId } from '../db';
import { COURIER } from '../history/courier';
import type { MessageKey } from '../i18n/say';
import { isOpen, type Job } from '../jobs/job';
import { CARDS } from '../settings/settings';
import { type Belongings, isGuestSetting, jobIdOf, readBelongings, type TableName } from './belongings';
import { HOLDINGS, TABLE_NAMES } from './holdings';
import { type Receipt, type Remainder, receiptLines } from './receipt';
import type { Subject } from './subject';
import { takeStock } from './take-stock';

export interface EraseWorld {
  readonly db: MatteDb;
  readonly keys: KeySession;
  /** Ends an open job and the engine on it; of one that has ended, takes back badge and notification, which has its name. */
  readonly retireJob: (job: Job) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Everything of this owner. Windows that are open elsewhere find a guest. */
export async function eraseOwner(world: EraseWorld, subject: Subject): Promise<Receipt> {
  const { db, keys, now } = world;
  const found = await readBelongings(db, subject);
  for (const job of found.jobs.filter(needsRetiring)) await world.retireJob(job);
  const isAlone = await db.transaction('rw', db.tables, async () => {
    const others = await db.accounts.filter(({ id }) => id !== subject.owner).count();
    const own = await readBelongings(db, subject);
    await deleteRows(db, own, others === 0);
    // Settings stay for the others who use this browser, but not the sites in them.
    await db.settings.delete(CARDS);
    if (subject.owner === GUEST)
      await db.settings.bulkDelete(own.settings.filter(isGuestSetting).map(({ key }) => key));
    if (subject.owner === GUEST && found.ledger.length > 0) await db.ledger.add(spentWelcome(GUEST, momentAt(now())));
    return others === 0;
  });
  if (subject.owner !== GUEST) await keys.drop(subject.owner);
  if (isAlone) await keys.drop(COURIER);
  const after = await readBelongings(db, subject);
  return {
    deleted: subject.owner === GUEST ? 'everything' : 'account',
    at: now(),
    lines: receiptLines({ before: takeStock(found), after: takeStock(after) }),
    remainders: remaindersOf(found, after),
  };
}

const needsRetiring = (job: Job) => isOpen(job) || job.delivery === 'announced';

async function deleteRows(db: MatteDb, belongings: Belongings, isAlone: boolean): Promise<void> {
  for (const name of TABLE_NAMES) {
    const table: Table = db.table(name);
    const ids = belongings[name].map((row) => primaryKey(table, row));
    const { erasure } = HOLDINGS[name];
    if (erasure === 'unowned') await table.where(':id').anyOf(ids).modify({ owner: null });
    else if (erasure === 'delete' || isAlone) await table.bulkDelete(ids);
  }
}

function primaryKey(table: Table, row: object): IndexableType {
  const fields = row as Readonly<Record<string, IndexableType>>;
  const { keyPath } = table.schema.primKey;
  if (Array.isArray(keyPath)) return keyPath.map((part) => fields[part]) as IndexableType;
  return fields[keyPath ?? ''] as IndexableType;
}

/** Every row that is still there has a reason, or somebody was quick: then the count says so. */
function remaindersOf(found: Belongings, after: Belongings): readonly Remainder[] {
  const vouchers: Remainder = {
    count: found.redeemed.length,
    what: 'privacy.vouchers',
    why: 'privacy.whyVouchers',
  };
  const passkeys: Remainder = {
    count: found.accounts.flatMap((account) => account.passkeys ?? []).length,
    what: 'privacy.passkeys',
    why: 'privacy.whyPasskeys',
  };
  const others = TABLE_NAMES.map((table) => remainderOf(table, after[table].length));
  return [vouchers, passkeys, ...others].filter(({ count }) => count > 0);
}

function remainderOf(table: TableName, count: number): Remainder {
  const { label, erasure } = HOLDINGS[table];
  if (erasure === 'if-alone') return { count, what: label, why: 'privacy.whyShared' };
  return { count, what: label, why: table === 'ledger' ? 'privacy.whyWelcome' : 'privacy.whyWritten' };
}

/** All cutouts, and what ended jobs say of them. Pictures that wait or are being cut stay. */
export async function eraseHistory(
  { db, now, retireJob }: Omit<EraseWorld, 'keys'>,
  subject: Subject,
): Promise<Receipt> {
  const found = await readBelongings(db, subject);
  const isAnnounced = (job: Job) => !isOpen(job) && needsRetiring(job);
  for (const job of found.jobs.filter(isAnnounced)) await retireJob(job);
  await db.transaction('rw', db.tables, async () => {
    const { history, offers, jobs, blobs } = await readBelongings(db, subject);
    const open = new Set(jobs.filter(isOpen).map(({ id }) => id));
    const isOver = ({ id }: { readonly id: string }) => !open.has(id);
    const pictures = blobs.map(({ id }) => id).filter((id) => !open.has(jobIdOf(id)));
    await db.history.bulkDelete(history.map(({ id }) => id));
    await db.offers.bulkDelete(offers.map(({ id }) => id));
    await db.jobs.bulkDelete(jobs.filter(isOver).map(({ id }) => id));
    await db.blobs.bulkDelete(pictures);
    const ended = [...history, ...offers, ...jobs].filter(isOver);
    await db.deliveries.bulkDelete(ended.flatMap(({ id }) => [cutoutId(id), previewId(id)]));
  });
  const after = await readBelongings(db, subject);
  const kinds: readonly TableName[] = ['history', 'blobs', 'offers', 'jobs', 'deliveries'];
  const lines = receiptLines({ before: takeStock(found), after: takeStock(after) });
  const why: MessageKey = 'privacy.whyOpen';
  return {
    deleted: 'history',
    at: now(),
    lines: lines.filter(({ table }) => kinds.includes(table)),
    remainders: kinds
      .map((table) => ({ count: after[table].length, what: HOLDINGS[table].label, why }))
      .filter(({ count }) => count > 0),
  };
}
