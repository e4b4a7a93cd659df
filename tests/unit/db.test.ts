/** Databases of users who come from an older version: each version's schema and rows stand here as they were, frozen. */
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { readCredits } from '@/utils/credits/ledger-store';
import { cutoutId, MatteDb } from '@/utils/db';
import { beginJob } from '@/utils/jobs/begin-job';
import { createJobStore } from '@/utils/jobs/job-store';
import { createWorld, remember } from './jobs/world';

const VERSION_1 = { jobs: 'id, status, createdAt', blobs: 'id', history: 'id, createdAt' };

/** Rows as 0.1.0 wrote them. */
const DONE_1 = {
  id: 'done',
  status: 'done',
  source: { kind: 'forgotten' },
  name: 'boat',
  backendChoice: 'auto',
  tabId: 7,
  frameId: 0,
  createdAt: 1_700_000_000_000,
  endedAt: 1_700_000_020_000,
  attempts: 1,
  stage: null,
  stageSince: 1_700_000_019_000,
  expected: {},
  error: null,
  outcome: { width: 4, height: 3, backend: 'wasm', stages: { infer: 900 }, ms: 1000 },
  delivery: 'announced',
  claimedAt: null,
};
const QUEUED_1 = {
  ...DONE_1,
  id: 'queued',
  status: 'queued',
  source: { kind: 'url', url: 'https://a.test/boat.png', pageUrl: null },
  backendChoice: 'wasm',
  createdAt: 1_700_000_030_000,
  endedAt: null,
  attempts: 0,
  outcome: null,
  delivery: 'waiting',
};
const ENTRY_1 = { id: 'done', name: 'boat', width: 4, height: 3, bytes: 6, createdAt: 1_700_000_020_000 };

/** What today's version makes of them. */
const OWNED = { owner: 'guest', origin: { kind: 'own', host: null, url: null } };
const { name, ...rest } = ENTRY_1;
const ENTRY_7 = { ...rest, owner: 'guest', details: { name, kind: null, host: null, url: null } };

async function version1(name: string): Promise<void> {
  createWorld(); // points Dexie at the fake IndexedDB
  const old = new Dexie(name);
  old.version(1).stores(VERSION_1);
  await old.table('jobs').bulkAdd([DONE_1, QUEUED_1]);
  await old.table('history').add(ENTRY_1);
  await old.table('blobs').add({ id: 'done/cutout', blob: new Blob(['pixels']) });
  old.close();
}

describe('a database of version 1', () => {
  it('opens with everything in it; its jobs are of balanced quality', async () => {
    await version1('old-rows');
    const db = new MatteDb('old-rows');
    expect(await db.jobs.toArray()).toEqual([
      { ...DONE_1, quality: 'balanced', ...OWNED },
      { ...QUEUED_1, quality: 'balanced', ...OWNED },
    ]);
    expect(await db.history.toArray()).toEqual([ENTRY_7]);
    expect(await (await db.blobs.get(cutoutId('done')))?.blob.text()).toBe('pixels');
  });

  it('gives its queue to the next engine', async () => {
    await version1('old-queue');
    const next = await createJobStore(new MatteDb('old-queue')).nextQueued();
    expect(next).toMatchObject({ id: 'queued', backendChoice: 'wasm', quality: 'balanced' });
  });

  it('has the new tables, empty', async () => {
    await version1('old-tables');
    const db = new MatteDb('old-tables');
    expect([await db.settings.count(), await db.rungs.count(), await db.offers.count()]).toEqual([0, 0, 0]);
    await db.settings.put({ key: 'quality', value: 'best' });
    expect(await db.settings.get('quality')).toEqual({ key: 'quality', value: 'best' });
  });
});

describe('a database of version 2', () => {
  const VERSION_2 = { offers: 'id', settings: 'key', rungs: 'rung' };
  const RUNNING_2 = { ...QUEUED_1, id: 'running', quality: 'best', status: 'running', attempts: 1, stage: 'infer' };
  const OFFER_2 = { ...ENTRY_1, id: 'offer', outcome: DONE_1.outcome };

  async function version2(name: string): Promise<MatteDb> {
    createWorld();
    const old = new Dexie(name);
    old.version(1).stores(VERSION_1);
    old.version(2).stores(VERSION_2);
    await old.table('jobs').bulkAdd([{ ...DONE_1, quality: 'fast' }, RUNNING_2]);
    await old.table('history').add(ENTRY_1);
    await old.table('offers').add(OFFER_2);
    await old.table('settings').add({ key: 'quality', value: 'best' });
    old.close();
    return new MatteDb(name);
  }

  it('opens with everything in it; whoever was there before is a guest with a whole welcome', async () => {
    const db = await version2('rows-2');
    expect(await db.jobs.toArray()).toEqual([
      { ...DONE_1, quality: 'fast', ...OWNED },
      { ...RUNNING_2, ...OWNED },
    ]);
    expect([await db.history.toArray(), await db.offers.toArray()]).toEqual([
      [ENTRY_7],
      [{ ...ENTRY_7, id: OFFER_2.id, outcome: OFFER_2.outcome }],
    ]);
    expect(await db.settings.get('quality')).toMatchObject({ value: 'best' });
    expect(await readCredits(db, DONE_1.createdAt)).toMatchObject({ plan: { name: 'free' }, balance: 20 });
    expect([await db.ledger.count(), await db.memberships.count()]).toEqual([0, 0]);
  });

  it('gives the job that was running its first hold when an engine takes it up', async () => {
    const db = await version2('running-2');
    expect(await beginJob({ db, now: () => DONE_1.createdAt }, 'running')).toMatchObject({ reducedBy: null });
    expect(await db.ledger.toArray()).toMatchObject([{ kind: 'grant' }, { kind: 'hold', jobId: 'running' }]);
  });
});

it('a database of version 4 keeps its book and its accounts; nothing is redeemed and nobody suspended', async () => {
  createWorld();
  const old = new Dexie('rows-4');
  old.version(1).stores(VERSION_1);
  old.version(2).stores({ offers: 'id', settings: 'key', rungs: 'rung' });
  old.version(3).stores({ ledger: '++seq, owner, &[jobId+kind], &[owner+grant]', memberships: 'owner' });
  const accounts = { accounts: 'id, &emailHash', attempts: 'emailHash, since', securityLog: '++id, emailHash, at' };
  old.version(4).stores({ ...accounts, signedIn: 'seat' });
  const grant = { owner: 'ann', at: 1, kind: 'grant', grant: 'voucher v', day: null, credits: 7, expiresAt: null };
  await old.table('ledger').add(grant);
  await old.table('memberships').add({ owner: 'ann', until: DONE_1.createdAt + 1 });
  await old.table('accounts').add({ id: 'ann', emailHash: 'hash' });
  await old.table('signedIn').add({ seat: 'browser', accountId: 'ann' });
  old.close();
  const db = new MatteDb('rows-4');
  expect(await readCredits(db, DONE_1.createdAt)).toMatchObject({
    balance: 27,
    plan: { name: 'pro' },
    suspension: null,
  });
  expect([await db.redeemed.count(), await db.standings.count()]).toEqual([0, 0]);
});

describe('a database of version 4', () => {
  const VERSION_4 = {
    ...VERSION_1,
    offers: 'id',
    settings: 'key',
    rungs: 'rung',
    ledger: '++seq, owner, &[jobId+kind], &[owner+grant]',
    memberships: 'owner',
    accounts: 'id, &emailHash',
    attempts: 'emailHash, since',
    securityLog: '++id, emailHash, at',
    signedIn: 'seat',
  };

  it('opens with an account signed in; the pictures of before are the guest’s, as they lie', async () => {
    createWorld();
    const old = new Dexie('pictures-4');
    old.version(4).stores(VERSION_4);
    await old.table('history').add(ENTRY_1);
    await old.table('blobs').add({ id: 'done/cutout', blob: new Blob(['pixels']) });
    await old.table('accounts').add({ id: 'ada', emailHash: 'x' });
    await old.table('signedIn').add({ seat: 'browser', accountId: 'ada' });
    old.close();
    const db = new MatteDb('pictures-4');
    expect(await db.history.where('[owner+createdAt]').equals(['guest', ENTRY_1.createdAt]).toArray()).toEqual([
      ENTRY_7,
    ]);
    expect(await (await db.blobs.get('done/cutout'))?.blob.text()).toBe('pixels');
    expect(await db.signedIn.get('browser')).toMatchObject({ accountId: 'ada' });
    expect([await db.deliveries.count(), await db.couriers.count()]).toEqual([0, 0]);
  });
});

it('a database that is new needs no migration: rows are as they were written', async () => {
  const { db, start, otherContext } = createWorld();
  const job = await start('a', { engine: { quality: 'best' } });
  await remember(db, 'b', 1);
  expect(await otherContext().jobs.toArray()).toEqual([job]);
});
