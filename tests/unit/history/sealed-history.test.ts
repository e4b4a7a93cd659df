/** Results of an account: sealed before they touch the database, delivered all the same, opened with the key alone. */
import { describe, expect, it } from 'vitest';
import { seatedAccount } from '@/utils/account/account-store';
import { lock, signOut } from '@/utils/account/session';
import { holdCredit, ownerHere } from '@/utils/credits/ledger-store';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { createHistoryAdopter } from '@/utils/history/adopt-guest';
import { COURIER, dropDelivery, ensureCourier, pruneDeliveries } from '@/utils/history/courier';
import { readDetails } from '@/utils/history/details';
import { sealedFor } from '@/utils/history/keep-result';
import { readDelivered, readPicture } from '@/utils/history/read-picture';
import { failWithOffer, takeOffer } from '@/utils/jobs/cut-anyway';
import { failJob, finishJob } from '@/utils/jobs/finish-job';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin } from '@/utils/jobs/job';
import { createAccountWorld, registered } from '../account/world';
import { createWorld, details, OUTCOME, PAGE, remember } from '../jobs/world';

const FILES = { png: new Blob(['\x89PNG pixels'], { type: 'image/png' }), preview: new Blob(['RIFF small']) };

async function browser() {
  const world = createWorld();
  const { world: plain } = createAccountWorld();
  const accounts = { ...plain, db: world.db, keys: world.keys, adopters: [createHistoryAdopter(world.db)] };
  await ensureCourier(world);
  return {
    ...world,
    accounts,
    ada: () => registered(accounts),
    work: async (id = 'a', page: typeof PAGE | null = PAGE) => {
      await world.start(id, { page });
      await world.store.step(id, (job) => begin(job, world.now()));
    },
    /** Everything in the tables of pictures, as text. */
    lying: async () => {
      const blobs = (await world.db.blobs.toArray()).map(({ blob }) => blob);
      const deliveries = (await world.db.deliveries.toArray()).map(({ sealed }) => sealed);
      return (await Promise.all([...blobs, ...deliveries].map((blob) => blob.text()))).join(' ');
    },
  };
}

const text = async (reading: ReturnType<typeof readPicture>) => {
  const picture = await reading;
  return picture.state === 'open' ? picture.blob.text() : picture.state;
};

describe('a guest', () => {
  it('keeps results as they are, and nothing is on its way', async () => {
    const world = await browser();
    await world.work();
    await finishJob(world, 'a', FILES, OUTCOME);
    expect(await text(readPicture(world, cutoutId('a')))).toBe('\x89PNG pixels');
    expect(await world.db.deliveries.count()).toBe(0);
    expect(await world.db.history.get('a')).toMatchObject({ owner: 'guest', bytes: FILES.png.size });
  });

  it('who registers takes everything along, sealed; inputs of open jobs stay readable', async () => {
    const world = await browser();
    await remember(world.db, 'old', 1);
    await world.start('waiting');
    const { accountId } = await world.ada();
    expect(await world.textOf(cutoutId('old'))).not.toContain('cutout of');
    expect(await world.textOf(inputId('waiting'))).toBe('input of waiting');
    expect(await text(readPicture(world, previewId('old')))).toBe('preview of old');
    expect(await world.db.history.get('old')).toMatchObject({ owner: accountId });
  });

  it('what ends while the rest is being sealed goes along too', async () => {
    const world = await browser();
    const [adopter] = world.accounts.adopters;
    const prepare = adopter?.prepare?.bind(adopter);
    let rounds = 0;
    const late = async (account: Parameters<NonNullable<typeof prepare>>[0]) => {
      await prepare?.(account);
      if (rounds++ === 0) await remember(world.db, 'late', 2);
    };
    await registered({ ...world.accounts, adopters: adopter ? [{ ...adopter, prepare: late }] : [] });
    expect(rounds).toBe(2);
    expect(await world.lying()).not.toContain('of late');
    expect(await text(readPicture(world, cutoutId('late')))).toBe('cutout of late');
  });
});

describe('an account', () => {
  it('gets results sealed, locked or not; the type of the file comes back too', async () => {
    const world = await browser();
    const { accountId } = await world.ada();
    await world.work();
    await lock(world.accounts);
    await finishJob(world, 'a', FILES, OUTCOME);
    expect(await world.lying()).not.toMatch(/PNG|RIFF/);
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
    expect(await world.db.history.get('a')).toMatchObject({ owner: accountId, bytes: FILES.png.size });
    expect(await text(readPicture(world, cutoutId('a')))).toBe('locked');
  });

  it('a page’s result is delivered while locked, until it was copied', async () => {
    const world = await browser();
    await world.ada();
    await world.work();
    await lock(world.accounts);
    await finishJob(world, 'a', FILES, OUTCOME);
    const delivered = await readDelivered(world, cutoutId('a'));
    expect(delivered).toMatchObject({ state: 'open', blob: { type: 'image/png' } });
    await dropDelivery(world.db, 'a');
    expect(await text(readDelivered(world, cutoutId('a')))).toBe('locked');
  });

  it('a popup’s result has no second copy: who looks at it unlocks', async () => {
    const world = await browser();
    await world.ada();
    await world.work('a', null);
    await finishJob(world, 'a', FILES, OUTCOME);
    expect(await world.db.deliveries.count()).toBe(0);
    expect(await text(readDelivered(world, cutoutId('a')))).toBe('\x89PNG pixels');
  });

  it('deliveries go after half an hour, with the browser, and when a clock was set back', async () => {
    const world = await browser();
    await world.ada();
    await world.work();
    await finishJob(world, 'a', FILES, OUTCOME);
    await pruneDeliveries(world.db, world.now() + 29 * 60_000);
    expect(await world.db.deliveries.count()).toBe(2);
    await world.keys.drop(COURIER); // the browser was closed
    await ensureCourier(world);
    expect(await world.db.deliveries.count()).toBe(0);

    await world.work('b');
    await finishJob(world, 'b', FILES, OUTCOME);
    await pruneDeliveries(world.db, world.now() + 30 * 60_000);
    expect(await world.db.deliveries.count()).toBe(0);
    await world.work('c');
    await finishJob(world, 'c', FILES, OUTCOME);
    await pruneDeliveries(world.db, world.now() - 1);
    expect(await world.db.deliveries.count()).toBe(0);
  });

  it('first looks lie sealed to the courier, and go with whatever end', async () => {
    const world = await browser();
    await world.ada();
    await world.work('a', null);
    await storeFirstLook(world, 'a', new Blob(['RIFF look']));
    expect(await world.lying()).not.toContain('RIFF');
    expect(await text(readDelivered(world, previewId('a')))).toBe('RIFF look');
    await finishJob(world, 'a', FILES, OUTCOME);
    expect(await text(readDelivered(world, previewId('a')))).toBe('RIFF small');
    await world.work('b');
    await storeFirstLook(world, 'b', new Blob(['RIFF look']));
    await failJob(world, 'b', 'inference-failed');
    expect(await world.db.deliveries.count()).toBe(0);
  });

  it('of another account nothing opens, and who signs out is a guest again', async () => {
    const world = await browser();
    await world.ada();
    await world.work();
    await finishJob(world, 'a', FILES, OUTCOME);
    await signOut(world.accounts);
    await world.db.deliveries.clear();
    await registered(world.accounts, { email: 'bob@example.org' });
    expect(await text(readPicture(world, cutoutId('a')))).toBe('locked');
  });

  it('a changed byte is damage, said as a value', async () => {
    const world = await browser();
    await world.ada();
    await world.work('a', null);
    await finishJob(world, 'a', FILES, OUTCOME);
    const stored = await world.db.blobs.get(cutoutId('a'));
    if (stored) await world.db.blobs.put({ ...stored, id: previewId('a') });
    expect(await text(readPicture(world, previewId('a')))).toBe('damaged');
  });

  it('a guest who registers while a result is sealed gets it sealed to the account', async () => {
    const world = await browser();
    await world.work();
    let rounds = 0;
    const owners: string[] = [];
    const sealing = async (owner: string) => {
      if (rounds++ === 0) await world.ada();
      return { owner, details: details('a'), blobs: [], deliveries: [] };
    };
    await sealedFor(world.db, 'a', sealing, [], async ({ owner }) => void owners.push(owner));
    expect(owners).toEqual([(await seatedAccount(world.db))?.id]);
  });

  it('goes to who started it, whoever sits here when it ends', async () => {
    const world = await browser();
    await world.ada();
    await world.work();
    const ada = (await seatedAccount(world.db))?.id;
    await signOut(world.accounts);
    await finishJob(world, 'a', FILES, OUTCOME);
    expect((await world.db.history.get('a'))?.owner).toBe(ada);
    expect(await world.lying()).not.toMatch(/PNG|RIFF/);
  });

  it('its name and host are sealed with it, and open with the key alone [P-NAMES-SEALED]', async () => {
    const world = await browser();
    await world.ada();
    await world.work();
    await finishJob(world, 'a', FILES, OUTCOME);
    const entry = await world.db.history.get('a');
    expect(entry?.details).toBeInstanceOf(Uint8Array);
    expect(entry && (await readDetails(world.keys, entry))).toMatchObject({ state: 'open', details: { name: 'a' } });
    await lock(world.accounts);
    expect(entry && (await readDetails(world.keys, entry))).toEqual({ state: 'locked' });
  });
});

describe('Cut anyway of an account', () => {
  const LARGE = { ...OUTCOME, width: 900, height: 700 };

  async function offered() {
    const world = await browser();
    await world.ada();
    await world.work();
    await failWithOffer(world, 'a', FILES, LARGE);
    await lock(world.accounts);
    return world;
  }

  async function spendAll({ db, now }: Awaited<ReturnType<typeof browser>>): Promise<void> {
    for (let i = 0; i < 20; i++) await holdCredit(db, { owner: await ownerHere(db), jobId: `other ${i}` }, now());
  }

  it('lands sealed while it is locked, and is delivered', async () => {
    const world = await offered();
    expect(await takeOffer(world, 'a')).toBe(true);
    expect(await world.lying()).not.toMatch(/PNG|RIFF/);
    expect(await text(readDelivered(world, cutoutId('a')))).toBe('\x89PNG pixels');
  });

  it('without a credit delivers the preview, never the whole', async () => {
    const world = await offered();
    await spendAll(world);
    expect(await takeOffer(world, 'a')).toBe(true);
    expect(await world.lying()).not.toMatch(/PNG|RIFF/);
    expect(await text(readDelivered(world, cutoutId('a')))).toBe('png of RIFF small');
    expect(await text(readPicture(world, cutoutId('a')))).toBe('locked');
  });

  it('whose delivery is gone stands until it is unlocked, if only the preview is left to give', async () => {
    const world = await offered();
    await spendAll(world);
    await dropDelivery(world.db, 'a');
    expect(await takeOffer(world, 'a')).toBe(false);
    expect(await world.db.offers.count()).toBe(1);
  });
});
