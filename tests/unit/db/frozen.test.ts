/** Every version that ever wrote a database: today's opens it with nothing lost and nothing granted. */
import { describe, expect, it } from 'vitest';
import { login } from '@/utils/account/login';
import { readCredits } from '@/utils/credits/ledger-store';
import { redeemVoucher } from '@/utils/credits/redeem';
import { cutoutId, type MatteDb, previewId } from '@/utils/db';
import { readDetails } from '@/utils/history/details';
import { readPicture } from '@/utils/history/read-picture';
import { beginJob } from '@/utils/jobs/begin-job';
import { takeOffer } from '@/utils/jobs/cut-anyway';
import { finishJob } from '@/utils/jobs/finish-job';
import { createJobStore } from '@/utils/jobs/job-store';
import { readSettings } from '@/utils/settings/settings-store';
import { memoryKeys } from '../account/memory-keys';
import { createAccountWorld, FORM } from '../account/world';
import { OUTCOME } from '../jobs/world';
import { openShop } from '../vouchers/shop';
import { privateKeyOf, readDump, rowsOf, thawed } from './frozen';

const VERSIONS = [1, 2, 3, 4, 5, 6, 7];
/** From 7 on an account's names are sealed. */
const NAMED_BEFORE = 7;
const DAY_MS = 86_400_000;

/** Whatever an upgrade adds is new; what a row said before, but for `changed`, it still says. */
async function expectKept(db: MatteDb, name: string, before: Record<string, unknown>[], changed: readonly string[]) {
  const table = db.table(name);
  const now = await table.bulkGet(before.map((row) => row[String(table.schema.primKey.keyPath)] as string));
  const isKept = ([key]: [string, unknown]) => !changed.includes(key);
  expect(now, name).toMatchObject(before.map((row) => Object.fromEntries(Object.entries(row).filter(isKept))));
}

describe.each(VERSIONS)('a database of version %i', (version) => {
  it('keeps every row of every table as it was', async () => {
    const { db, dump } = await thawed(version);
    const names = { history: ['name'], offers: ['name'], ledger: ['owner'], blobs: ['blob'] };
    for (const table of Object.keys(dump.tables))
      await expectKept(db, table, rowsOf(dump, table), names[table as keyof typeof names] ?? []);
  });

  it('has every picture, byte by byte', async () => {
    const { db, dump } = await thawed(version);
    for (const { id, blob } of rowsOf(dump, 'blobs') as { id: string; blob: Blob }[]) {
      const stored = (await db.blobs.get(id))?.blob;
      expect(stored?.type).toBe(blob.type);
      expect(await stored?.bytes()).toEqual(await blob.bytes());
    }
  });

  it.runIf(version < NAMED_BEFORE)('keeps what its entries were called', async () => {
    const { db, dump } = await thawed(version);
    for (const table of ['history', 'offers'] as const) {
      const named = (await db[table].toArray()).map(({ details }) => details);
      const expected = rowsOf(dump, table).map(({ name }) => ({ name, kind: null, host: null, url: null }));
      expect(named).toEqual(expected);
    }
  });

  it('opens again as it was left: the upgrade happens once', async () => {
    const { db } = await thawed(version);
    const all = async (from: MatteDb) => Promise.all(from.tables.map((table) => table.toCollection().primaryKeys()));
    const before = await all(db);
    db.close();
    await db.open();
    expect(await all(db)).toEqual(before);
  });

  it('grants nothing, and takes nothing: the same credits to spend, today and after a restart', async () => {
    const { db, dump } = await thawed(version);
    const free = { plan: { name: 'free' }, balance: 20, allowance: 20, suspension: null };
    expect(await readCredits(db, dump.now)).toMatchObject(dump.credits ?? free);
    await beginJob({ db, now: () => dump.now }, 'waiting');
    const spent = (await readCredits(db, dump.now)).balance;
    // A job of before the ledger gets its first hold now; a later one has its own, and gets no second.
    expect(spent).toBe(dump.credits?.balance ?? 19);
    expect(
      await db.ledger
        .where('jobId')
        .equals('waiting')
        .count()
        .catch(() => 1),
    ).toBe(1);
  });

  it('gives its queue to the next engine, and ends it with its credit settled once', async () => {
    const { db, dump } = await thawed(version);
    const deps = { db, now: () => dump.now };
    expect(await createJobStore(db).nextQueued()).toMatchObject({ id: 'waiting', owner: dump.accountId ?? 'guest' });
    await beginJob(deps, 'at-work');
    const files = { png: new Blob(['png']), preview: new Blob(['small']) };
    await finishJob(deps, 'at-work', files, { ...OUTCOME, width: 900, height: 700 });
    expect(await createJobStore(db).get('at-work')).toMatchObject({ status: 'done' });
    const book = await db.ledger.toArray();
    const ofJob = book.filter((entry) => 'jobId' in entry && entry.jobId === 'at-work').map(({ kind }) => kind);
    expect(ofJob).toEqual(['hold', 'settle']);
  });
});

it('jobs of version 1 are of balanced quality, and there are no settings', async () => {
  const { db } = await thawed(1);
  expect((await db.jobs.toArray()).map(({ quality }) => quality)).toEqual(Array(5).fill('balanced'));
  expect(await readSettings(db)).toMatchObject({ quality: 'balanced', keepResults: 'forever' });
});

it.each([2, 3, 5, 6, 7])('an offer of version %i can still be taken', async (version) => {
  const { db, dump } = await thawed(version);
  const deps = { db, now: () => dump.now, keys: memoryKeys(), toPng: () => Promise.reject(new Error('not asked')) };
  await db.standings.clear(); // a suspended account would get a preview
  expect(await takeOffer(deps, 'offered')).toBe(true);
  expect(await db.history.get('offered')).toMatchObject({ id: 'offered', width: 900 });
});

it('version 4 wrote in the guest’s book while Ada was signed in: it is hers, and nobody gets a second welcome', async () => {
  const { db, dump } = await thawed(4);
  expect(await readCredits(db, dump.now)).toMatchObject({ balance: 15 });
  await db.signedIn.clear();
  expect(await readCredits(db, dump.now)).toMatchObject({ balance: 0 });
  expect((await readCredits(db, dump.now + DAY_MS)).balance, 'the guest’s refill comes as ever').toBe(10);
});

describe.each([5, 6, 7])('vouchers of version %i', (version) => {
  it.each(['v-guest', 'v-ada', 'v-pro', 'v-suspend'])('%s is refused, for it has been redeemed', async (jti) => {
    const { db, dump } = await thawed(version);
    const shop = await openShop();
    const world = { db, issuers: shop.issuers, now: () => dump.now };
    const code = await shop.sign(shop.claims({ sub: '*', jti }));
    expect(await redeemVoucher(world, code)).toEqual({ ok: false, reason: 'already-redeemed' });
    expect(await readCredits(db, dump.now)).toMatchObject(dump.credits ?? {});
  });
});

describe.each([4, 5, 6, 7])('Ada’s account of version %i', (version) => {
  it('opens with her password of then', async () => {
    const { db, dump } = await thawed(version);
    const { world, keys } = createAccountWorld({ db, now: () => dump.now });
    const outcome = await login(world, { email: FORM.email, password: FORM.password });
    expect(outcome).toMatchObject({ ok: true });
    expect(await keys.get(dump.accountId ?? '')).toEqual(privateKeyOf(dump));
  });
});

it.each([6, 7])('pictures that version %i sealed open with Ada’s key, and with it alone', async (version) => {
  const { db } = await thawed(version);
  const dump = readDump(version);
  const keys = memoryKeys();
  expect(await readPicture({ db, keys }, cutoutId('hers'))).toEqual({ state: 'locked' });
  await keys.put(dump.accountId ?? '', privateKeyOf(dump));
  for (const id of ['small', 'full', 'offered', 'hers', 'her-offer']) {
    const cutout = await readPicture({ db, keys }, cutoutId(id));
    expect(cutout).toMatchObject({ state: 'open', blob: { type: 'image/png' } });
    expect(cutout.state === 'open' && (await cutout.blob.text())).toBe(`cutout of ${id}`);
    const preview = await readPicture({ db, keys }, previewId(id));
    expect(preview.state === 'open' && (await preview.blob.text())).toBe(`preview of ${id}`);
  }
});

it('names that version 7 sealed open with Ada’s key; its jobs are of no batch, and there is none', async () => {
  const { db, dump } = await thawed(7);
  const keys = memoryKeys();
  await keys.put(dump.accountId ?? '', privateKeyOf(dump));
  const read = await Promise.all((await db.history.toArray()).map((entry) => readDetails(keys, entry)));
  expect(read.map((each) => each.state === 'open' && each.details.name).sort()).toEqual(
    ['full', 'hers', 'small'].map((id) => `name of ${id}`),
  );
  expect([await db.batches.count(), (await db.jobs.toArray()).filter(({ batch }) => batch)]).toEqual([0, []]);
});
