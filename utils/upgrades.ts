/** Steps from one version of the database to the next, where a schema alone does not do. Each runs inside Dexie's upgrade. */
import type { Transaction } from 'dexie';
import type { SignedIn } from './account/account';
import { type Entry, GUEST } from './credits/ledger';
import type { EntryDetails } from './history/details';

/** To 2. */
export async function qualityToJobs(tx: Transaction): Promise<void> {
  await tx.table('jobs').toCollection().modify({ quality: 'balanced' });
}

/**
 * To 5. Version 4 wrote in the guest's book also while an account sat there: it is the account's from now on, and the guest
 * who is left has had the welcome, or signing in and out would be worth another one.
 */
export async function bookToSeated(tx: Transaction): Promise<void> {
  const accountId = await seated(tx);
  const ledger = tx.table<Entry>('ledger');
  const isNew = accountId !== undefined && (await ledger.where('owner').equals(accountId).count()) === 0;
  if (!isNew) return;
  const welcome = await ledger.where('[owner+grant]').equals([GUEST, 'welcome']).first();
  await ledger.where('owner').equals(GUEST).modify({ owner: accountId });
  if (!welcome) return;
  const { seq: _, ...spent } = { ...welcome, credits: 0, seq: 0 };
  await ledger.add(spent);
}

/** To 6. */
export async function ownerToEntries(tx: Transaction): Promise<void> {
  for (const table of ['history', 'offers']) await tx.table(table).toCollection().modify({ owner: GUEST });
}

/** To 7. An account's names are sealed when Matte next starts (history/seal-leftovers.ts): crypto cannot run in an upgrade. */
export async function namesToDetails(tx: Transaction): Promise<void> {
  for (const table of ['history', 'offers']) await tx.table(table).toCollection().modify(nameToDetails);
}

/** To 7. Who sits here has started them all, as far as anybody knows. */
export async function ownerToJobs(tx: Transaction): Promise<void> {
  const origin = { kind: 'own', host: null, url: null };
  await tx
    .table('jobs')
    .toCollection()
    .modify({ owner: (await seated(tx)) ?? GUEST, origin });
}

async function seated(tx: Transaction): Promise<string | undefined> {
  return (await tx.table<SignedIn>('signedIn').get('browser'))?.accountId;
}

function nameToDetails(row: { name?: string; details?: EntryDetails }): void {
  row.details = { name: row.name ?? '', kind: null, host: null, url: null };
  delete row.name;
}
