/**
 * Which rows of the database concern one owner, table by table: what access shows, export writes and erasure deletes is the
 * same list. Rows as they lie, sealed where they are sealed; Blobs are handles, not bytes.
 */
import type { Table } from 'dexie';
import { GUEST_CONSENTS } from '../account/guest-consents';
import { GUEST } from '../credits/ledger';
import type { MatteDb } from '../db';
import type { Subject } from './subject';

type Tables = { readonly [Key in Exclude<keyof MatteDb, '_allTables'>]: MatteDb[Key] };
/** A table more in MatteDb is a compile error wherever all of them are named. */
export type TableName = { [Key in keyof Tables]: Tables[Key] extends Table ? Key : never }[keyof Tables];
export type RowOf<Name extends TableName> =
  MatteDb[Name] extends Table<infer Row, infer _Key, infer _New> ? Row : never;
export type Belongings = { readonly [Name in TableName]: readonly RowOf<Name>[] };

/** Everything at one moment. Runs inside a transaction over all tables, or makes its own. */
export function readBelongings(db: MatteDb, subject: Subject): Promise<Belongings> {
  return db.transaction('r', db.tables, async () => ({
    ...(await readWork(db, subject.owner)),
    ...(await readIdentity(db, subject)),
    ledger: await db.ledger.where('owner').equals(subject.owner).sortBy('seq'),
    memberships: await db.memberships.where('owner').equals(subject.owner).toArray(),
    redeemed: await db.redeemed.where('owner').equals(subject.owner).toArray(),
    standings: await db.standings.where('owner').equals(subject.owner).toArray(),
    statistics: await db.statistics.filter(({ owner }) => owner === subject.owner).toArray(),
    ...(await readShared(db, subject.owner)),
  }));
}

/** Jobs, cutouts, and the pictures of both. */
async function readWork(db: MatteDb, owner: string) {
  const owners = await ownersOfPictures(db);
  const isOwn = (row: { readonly owner: string }) => row.owner === owner;
  // The input of an account's open job is not sealed, and says nothing of whose it is.
  const isOfOwn = (id: string) => (owners.get(jobIdOf(id)) ?? GUEST) === owner;
  return {
    jobs: await db.jobs.filter(isOwn).toArray(),
    batches: await db.batches.where('owner').equals(owner).toArray(),
    history: await db.history.filter(isOwn).toArray(),
    offers: await db.offers.filter(isOwn).toArray(),
    blobs: await db.blobs.filter((row) => (row.owner ? row.owner === owner : isOfOwn(row.id))).toArray(),
    deliveries: await db.deliveries.filter(({ id }) => isOfOwn(id)).toArray(),
  };
}

async function ownersOfPictures(db: MatteDb): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const table of [db.jobs, db.offers, db.history]) {
    await table.each(({ id, owner }: { readonly id: string; readonly owner: string }) => void owners.set(id, owner));
  }
  return owners;
}

/** `<jobId>/cutout` → `<jobId>` */
export function jobIdOf(blobId: string): string {
  return blobId.slice(0, blobId.lastIndexOf('/'));
}

async function readIdentity(db: MatteDb, { owner, emailHash }: Subject) {
  const hash = emailHash ?? '';
  return {
    accounts: await db.accounts.where('id').equals(owner).toArray(),
    attempts: await db.attempts.where('emailHash').equals(hash).toArray(),
    securityLog: await db.securityLog.where('emailHash').equals(hash).sortBy('id'),
    signedIn: await db.signedIn.filter(({ accountId }) => accountId === owner).toArray(),
  };
}

/** What the guest has answered lies among the settings, and is nobody else's. */
export const isGuestSetting = ({ key }: { readonly key: string }) => key === GUEST_CONSENTS;

/** Of this browser, whoever sits here. */
async function readShared(db: MatteDb, owner: string) {
  return {
    settings: await db.settings.filter((row) => owner === GUEST || !isGuestSetting(row)).toArray(),
    rungs: await db.rungs.toArray(),
    diagnostics: await db.diagnostics.toArray(),
    couriers: await db.couriers.toArray(),
  };
}
