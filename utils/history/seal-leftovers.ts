/**
 * Databases of before version 7 come with an account's names in plain text: crypto cannot run in an upgrade. So they are
 * sealed when Matte next starts.
 */
import type { Table } from 'dexie';
import { GUEST } from '../credits/ledger';
import type { HistoryEntry, MatteDb } from '../db';
import { sealDetails } from './details';

/** Of an account that is gone nobody can open anything: its names are forgotten. */
const NOTHING_KNOWN = { name: '', kind: null, host: null, url: null };

type Entries = Table<HistoryEntry, string>;

/** One by one; what dies in between goes on with the next start. @throws MatteError account-damaged */
export async function sealLeftovers(db: MatteDb): Promise<void> {
  for (const table of [db.history, db.offers] as Entries[]) {
    for (const entry of (await table.toArray()).filter(isLeftover)) await sealEntry(db, table, entry);
  }
}

async function sealEntry(db: MatteDb, table: Entries, { id, owner, details: plain }: HistoryEntry): Promise<void> {
  if (plain instanceof Uint8Array) return;
  const account = await db.accounts.get(owner);
  const details = account ? await sealDetails(account.publicKey, id, plain) : NOTHING_KNOWN;
  await table.update(id, { details }); // nothing, where it was deleted meanwhile
}

function isLeftover({ owner, details }: HistoryEntry): boolean {
  if (owner === GUEST || details instanceof Uint8Array) return false;
  return details.name !== '' || details.host !== null || details.url !== null;
}
