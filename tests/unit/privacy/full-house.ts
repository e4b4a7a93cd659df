/** A browser at which a guest, Ada and Bob have something in every table: what one of them asks for must leave the others alone. */
import type { StoredAccount } from '@/utils/account/account';
import { logEvent } from '@/utils/account/security-log-store';
import { GUEST } from '@/utils/credits/ledger';
import { cutoutId, type HistoryEntry, inputId, type MatteDb, previewId } from '@/utils/db';
import { sealDetails } from '@/utils/history/details';
import { sealBlob } from '@/utils/history/keep-result';
import { createJob } from '@/utils/jobs/job';
import { NO_EDITS } from '@/utils/studio/edits';
import { createAccountWorld, registered, T0 } from '../account/world';
import { done, NEW_JOB, OUTCOME } from '../jobs/world';

export async function fullHouse() {
  const { world, keys, tick } = createAccountWorld();
  const { db } = world;
  const ids = {
    bob: (await registered(world, { email: 'bob@example.org', name: 'Bob', password: 'bobs own password' })).accountId,
    ada: (await registered(world)).accountId,
  };
  const [ada, bob] = [await accountOf(db, ids.ada), await accountOf(db, ids.bob)];
  await fill(db, GUEST, null);
  await fill(db, bob.id, bob);
  await fill(db, ada.id, ada);
  await fillShared(db);
  return { world, db, keys, tick, ada, bob };
}

export type House = Awaited<ReturnType<typeof fullHouse>>;

async function accountOf(db: MatteDb, id: string): Promise<StoredAccount> {
  const account = await db.accounts.get(id);
  if (!account) throw new Error('not registered');
  return account;
}

/** Bytes that say whose picture they are. */
export const pictureOf = (owner: string, kind: string) => `${kind} of ${owner}`;

async function fill(db: MatteDb, owner: string, account: StoredAccount | null): Promise<void> {
  const id = (kind: string) => `${owner}-${kind}`;
  const details = { name: `boat of ${owner}`, kind: 'page', host: 'a.test', url: null } as const;
  const entry = async (kind: string): Promise<HistoryEntry> => ({
    id: id(kind),
    owner,
    details: account ? await sealDetails(account.publicKey, id(kind), details) : details,
    width: 4,
    height: 3,
    bytes: 10,
    createdAt: T0,
    made: { quality: 'balanced', backend: 'wasm', ms: 1000, credits: 1 },
  });
  const keep = async (blobId: string, kind: string) => {
    const plain = { id: blobId, blob: new Blob([pictureOf(owner, kind)], { type: 'image/png' }) };
    await db.blobs.put(account ? await sealBlob(account, plain) : plain);
  };
  await db.history.put(await entry('kept'));
  await db.offers.put({ ...(await entry('offer')), outcome: OUTCOME });
  for (const kind of ['kept', 'offer']) {
    await keep(cutoutId(id(kind)), 'cutout');
    await keep(previewId(id(kind)), 'preview');
  }
  await db.jobs.put({ ...done, id: id('kept'), owner, name: details.name });
  await db.jobs.put({ ...createJob({ ...NEW_JOB, id: id('open'), source: { kind: 'stored' } }, T0), owner });
  // The engine reads it: not sealed, and without an owner.
  await db.blobs.put({ id: inputId(id('open')), blob: new Blob([pictureOf(owner, 'input')], { type: 'image/png' }) });
  await fillBooks(db, owner, id('open'));
  await db.batches.put({ id: id('batch'), owner, createdAt: T0, size: 2, isPaused: false, edits: NO_EDITS });
  await db.statistics.put({ owner, day: '2023-11-14', counts: { cutouts: 3 } });
  if (!account) return;
  await db.deliveries.put({ id: cutoutId(id('kept')), sealed: new Blob(['sealed']), createdAt: T0 });
  await logEvent(db, { emailHash: account.emailHash, event: 'login', at: T0, browser: 'Chrome 156 on Linux' });
  await db.attempts.put({ emailHash: account.emailHash, failures: 1, waitMs: 0, since: T0 });
}

async function fillBooks(db: MatteDb, owner: string, jobId: string): Promise<void> {
  const grant = { kind: 'grant', grant: 'welcome', day: '2023-11-14', credits: 20, expiresAt: null } as const;
  await db.ledger.bulkAdd([
    { ...grant, owner, at: T0 },
    { kind: 'hold', owner, at: T0, credits: 1, jobId, from: 'welcome' },
  ]);
  await db.memberships.put({ owner, until: T0 + 1 });
  await db.redeemed.put({ id: `voucher of ${owner}`, owner, at: T0 });
  await db.standings.put({ owner, decidedAt: T0, suspension: null });
}

async function fillShared(db: MatteDb): Promise<void> {
  await db.settings.put({ key: 'quality', value: 'best' });
  await db.settings.put({ key: 'guestConsents', value: ['answer of guest'] });
  await db.rungs.put({ rung: 'webgpu-fp16', reason: 'failed', detail: '', browser: '156', at: T0 });
  await db.diagnostics.add({ at: T0, code: 'not-found', detail: '404' } as never);
  await db.couriers.put({ seat: 'browser', publicKey: new Uint8Array(32) });
}

/** Everything that lies in the database, as text to search in, and to compare. */
export async function dump(db: MatteDb): Promise<Readonly<Record<string, string>>> {
  const tables: Record<string, string> = {};
  for (const table of db.tables) {
    const rows = (await table.toArray()) as object[];
    tables[table.name] = JSON.stringify(await Promise.all(rows.map(plain)));
  }
  return tables;
}

/** Blobs as their text. */
async function plain(row: object): Promise<object> {
  const fields = Object.entries(row).map(async ([key, value]) => [
    key,
    value instanceof Blob ? await value.text() : value,
  ]);
  return Object.fromEntries(await Promise.all(fields));
}
