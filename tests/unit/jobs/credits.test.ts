/** What jobs cost: the ledger's entries are written with the row's own steps, or not at all. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { GUEST } from '@/utils/credits/ledger';
import { readCredits } from '@/utils/credits/ledger-store';
import { cutoutId, type MatteDb, previewId } from '@/utils/db';
import { beginJob } from '@/utils/jobs/begin-job';
import { dismissFailure, failWithOffer, takeOffer } from '@/utils/jobs/cut-anyway';
import { cancelJob, failJob, finishJob } from '@/utils/jobs/finish-job';
import { isOpen, type Outcome, requeue } from '@/utils/jobs/job';
import type { CutoutWish } from '@/utils/jobs/run-job';
import { PREVIEW_PIXELS } from '@/utils/pipeline/raster';
import { createQueue, cutOf, goodEngine } from './fake-engine';
import { createWorld, OUTCOME, type World } from './world';

const FULL: Outcome = { ...OUTCOME, width: 4000, height: 3000 };
const SMALL: Outcome = { ...OUTCOME, width: 500, height: 500 };
const FILES = { png: new Blob(['cutout']), preview: new Blob(['small']) };

const balance = async ({ db, now }: World) => (await readCredits(db, now())).balance;
/** The job's entries, as kinds. */
const kinds = async ({ db }: World, id = 'a') =>
  (await db.ledger.toArray()).flatMap((entry) => ('jobId' in entry && entry.jobId === id ? [entry.kind] : []));

async function begun(outOfCredit = false) {
  const world = createWorld();
  if (outOfCredit) await spendAll(world);
  await world.start('a');
  const begun = await beginJob(world, 'a');
  return { ...world, reducedBy: begun?.reducedBy };
}

/** Twenty jobs of before, at full size. */
async function spendAll(world: World): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await world.start(`spent ${i}`);
    await beginJob(world, `spent ${i}`);
    await finishJob(world, `spent ${i}`, FILES, FULL);
  }
}

describe('a job', () => {
  it('holds a credit from the moment it is queued', async () => {
    const world = createWorld();
    await world.start('a');
    expect([await balance(world), await kinds(world)]).toEqual([19, ['hold']]);
  });

  it('that has failed before it began holds none', async () => {
    const world = createWorld();
    await world.start('a', { picture: { kind: 'unreadable', error: 'page-blocked' } });
    expect([await balance(world), await kinds(world)]).toEqual([20, []]);
  });

  it.each([
    ['done at full size', (world: World) => finishJob(world, 'a', FILES, FULL), 19, 'settle'],
    ['done, and no larger than a preview', (world: World) => finishJob(world, 'a', FILES, SMALL), 20, 'release'],
    ['failed', (world: World) => failJob(world, 'a', 'not-found'), 20, 'release'],
    ['cancelled', (world: World) => cancelJob(world, 'a'), 20, 'release'],
    ['without a subject', (world: World) => failWithOffer(world, 'a', FILES, FULL), 20, 'release'],
  ])('that is %s leaves the right balance, also when it ends again', async (_, end, left, kind) => {
    const world = await begun();
    await end(world);
    await end(world);
    await cancelJob(world, 'a');
    await finishJob(world, 'a', FILES, FULL);
    expect([await balance(world), await kinds(world)]).toEqual([left, ['hold', kind]]);
  });

  it('found running by a new engine keeps its hold and gets no second', async () => {
    const world = await begun();
    await world.store.step('a', (row) => requeue(row, world.now()));
    expect(await beginJob({ ...world, db: world.otherContext() }, 'a')).toMatchObject({ reducedBy: null });
    expect([await balance(world), await kinds(world)]).toEqual([19, ['hold']]);
  });

  it('of a version without ledger gets its hold when it begins', async () => {
    const world = createWorld();
    await world.start('a');
    await world.db.ledger.clear();
    expect(await beginJob(world, 'a')).toMatchObject({ reducedBy: null });
    expect(await balance(world)).toBe(19);
  });

  it('whose engine crashes twice gives its credit back', async () => {
    const world = createWorld();
    await world.start('a');
    const cutout = () => Promise.reject(Object.assign(new Error(), { code: 'engine-crashed' }));
    await createQueue(world, { engine: goodEngine({ cutout }) }).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', attempts: 2 });
    expect([await balance(world), await kinds(world)]).toEqual([20, ['hold', 'release']]);
  });

  it('cannot be queued without its hold, nor end without its settlement: both or neither', async () => {
    const world = createWorld();
    const fault = () => {
      throw new Error('broken');
    };
    world.db.ledger.hook('creating', fault);
    await expect(world.start('a')).rejects.toThrow();
    expect(await world.store.get('a')).toBeUndefined();
    world.db.ledger.hook('creating').unsubscribe(fault);
    await world.start('b');
    await beginJob(world, 'b');
    world.db.ledger.hook('creating', fault);
    await expect(finishJob(world, 'b', FILES, FULL)).rejects.toThrow();
    expect(await world.store.get('b')).toMatchObject({ status: 'running' });
    expect([await world.db.history.count(), await world.blobs()]).toEqual([0, ['b/input']]);
  });
});

describe('out of credits', () => {
  it('a job is queued and runs, for a preview, and costs nothing', async () => {
    const world = await begun(true);
    expect(world.reducedBy).toBe('no-credit');
    await finishJob(world, 'a', FILES, { ...SMALL, reducedFrom: { width: 4000, height: 3000 } });
    expect(await world.store.get('a')).toMatchObject({ status: 'done', outcome: { reducedFrom: { width: 4000 } } });
    expect(await world.db.history.get('a')).toMatchObject({ width: 500, reducedFrom: { width: 4000, height: 3000 } });
    expect([await balance(world), await kinds(world)]).toEqual([0, []]);
  });

  it('the engine is asked for no more than a preview, and for all of it with a credit', async () => {
    const world = createWorld();
    const cutout = vi.fn(goodEngine().cutout);
    await world.start('paid');
    await createQueue(world, { engine: goodEngine({ cutout }) }).drain();
    await spendAll(world);
    await world.start('unpaid');
    await createQueue(world, { engine: goodEngine({ cutout }) }).drain();
    expect(cutout.mock.calls.map(([, wish]) => wish.maxPixels)).toEqual([undefined, PREVIEW_PIXELS]);
  });

  it('a credit that came back by its turn is used', async () => {
    const world = createWorld();
    for (let i = 0; i < 21; i++) await world.start(`${i}`);
    await cancelJob(world, '3');
    expect(await beginJob(world, '20')).toMatchObject({ reducedBy: null });
  });
});

describe('suspended', () => {
  const suspended = async () => {
    const world = createWorld();
    const suspension = { until: null, reason: 'Charged back' };
    await world.db.standings.put({ owner: GUEST, decidedAt: world.now(), suspension });
    return world;
  };

  it('a new job comes out as a preview that says so, and costs nothing', async () => {
    const world = await suspended();
    const whole = { width: 4000, height: 3000 };
    const cutout = vi.fn(async (picture: Blob, _: CutoutWish) => {
      return { ok: true as const, ...(await cutOf(picture)), reducedFrom: whole };
    });
    await world.start('a');
    await createQueue(world, { engine: goodEngine({ cutout }) }).drain();
    expect(cutout.mock.calls.map(([, wish]) => wish.maxPixels)).toEqual([PREVIEW_PIXELS]);
    const said = { reducedFrom: whole, reducedBy: 'suspended' };
    expect(await world.store.get('a')).toMatchObject({ status: 'done', outcome: said });
    expect(await world.db.history.get('a')).toMatchObject(said);
    expect([await balance(world), await kinds(world)]).toEqual([20, []]);
  });

  it('cut anyway is the preview too', async () => {
    const world = await suspended();
    await world.start('a');
    await beginJob(world, 'a');
    await failWithOffer(world, 'a', FILES, FULL);
    expect(await takeOffer(world, 'a')).toBe(true);
    expect(await world.db.history.get('a')).toMatchObject({ width: 2, reducedBy: 'suspended' });
  });

  it('a job that had its credit before keeps it', async () => {
    const world = createWorld();
    await world.start('a');
    await world.db.standings.put({ owner: GUEST, decidedAt: 1, suspension: { until: null, reason: null } });
    expect(await beginJob(world, 'a')).toMatchObject({ reducedBy: null });
  });
});

describe('cut anyway', () => {
  it('settles a credit of its own, once', async () => {
    const world = await begun();
    await failWithOffer(world, 'a', FILES, FULL);
    expect(await balance(world)).toBe(20);
    await Promise.all([takeOffer(world, 'a'), takeOffer({ ...world, db: world.otherContext() }, 'a')]);
    expect(await balance(world)).toBe(19);
    expect(await kinds(world)).toEqual(['hold', 'release']);
    expect(await kinds(world, 'a/anyway')).toEqual(['hold', 'settle']);
  });

  it('of a picture as small as a preview costs nothing', async () => {
    const world = await begun();
    await failWithOffer(world, 'a', FILES, SMALL);
    expect(await takeOffer(world, 'a')).toBe(true);
    expect([await balance(world), await kinds(world, 'a/anyway')]).toEqual([20, []]);
  });

  it('without a credit is the preview, as a file that can be copied, and says so', async () => {
    const world = await begun();
    await failWithOffer(world, 'a', FILES, FULL);
    await spendAll(world);
    expect(await takeOffer(world, 'a')).toBe(true);
    const reduced = { width: 2, height: 1, reducedFrom: { width: 4000, height: 3000 } };
    expect(await world.store.get('a')).toMatchObject({ status: 'done', outcome: reduced });
    expect(await world.db.history.get('a')).toMatchObject(reduced);
    expect(await world.textOf(cutoutId('a'))).toBe('png of small');
    expect([await world.db.offers.count(), await balance(world)]).toEqual([0, 0]);
  });

  it('without a credit and without a preview that opens leaves the offer as it is', async () => {
    const world = await begun();
    await failWithOffer(world, 'a', FILES, FULL);
    await spendAll(world);
    const toPng = () => Promise.reject(new Error('no picture'));
    await expect(takeOffer({ ...world, toPng }, 'a')).rejects.toThrow();
    expect(await world.db.offers.count()).toBe(1);
    await world.db.blobs.delete(previewId('a'));
    expect(await takeOffer(world, 'a')).toBe(false);
  });

  it('that is dismissed has cost nothing', async () => {
    const world = await begun();
    await failWithOffer(world, 'a', FILES, FULL);
    await dismissFailure(world, 'a');
    expect(await balance(world)).toBe(20);
  });
});

describe('whatever happens to a queue', () => {
  type Fate = 'good' | 'small' | 'no subject' | 'fails' | 'crashes' | 'cancelled' | 'anyway';
  const fates = fc.array(
    fc.constantFrom<Fate>('good', 'small', 'no subject', 'fails', 'crashes', 'cancelled', 'anyway'),
    { minLength: 1, maxLength: 30 },
  );

  it('each job with a hold ends in one settle or release, and what is spent is what was cut at full size', async () => {
    await fc.assert(
      fc.asyncProperty(fates, fc.nat(6), async (all, dies) => {
        const world = createWorld();
        for (const [i, fate] of all.entries()) {
          await world.start(`${i}`, { name: fate });
          if (fate === 'cancelled') await cancelJob(world, `${i}`);
        }
        await workOff(world, all, dies);
        for (const [i, fate] of all.entries()) if (fate === 'anyway') await takeOffer(world, `${i}`);
        await expectBalanced(world);
      }),
      { numRuns: 25 },
    );
  });

  /** A queue whose document dies once in the middle of a picture, after which the next one goes on. */
  async function workOff(world: World, all: readonly Fate[], dies: number): Promise<void> {
    let asked = 0;
    const engine = goodEngine({
      cutout: async (picture, wish) => {
        const fate = all[Number((await picture.text()).replace('input of ', ''))];
        if (asked++ === dies || fate === 'crashes') throw Object.assign(new Error(), { code: 'engine-crashed' });
        if (fate === 'fails') throw Object.assign(new Error(), { code: 'decode-failed' });
        const size = fate === 'small' || wish.maxPixels ? SMALL : FULL;
        const cut = { ...(await cutOf(picture)), width: size.width, height: size.height };
        if (fate === 'no subject' || fate === 'anyway') return { ok: false, reason: 'no-subject', anyway: cut };
        return { ok: true, ...cut };
      },
    });
    await createQueue(world, { engine }).drain();
  }

  async function expectBalanced(world: World): Promise<void> {
    const book = await world.db.ledger.toArray();
    const ids = book.flatMap((entry) => (entry.kind === 'hold' ? [entry.jobId] : []));
    for (const id of ids) expect((await kinds(world, id)).toSorted()).toHaveLength(2);
    const full = await world.db.history.filter(({ width, height }) => width * height > PREVIEW_PIXELS).count();
    expect(await balance(world)).toBe(20 - full);
    expect((await world.db.jobs.toArray()).filter(isOpen)).toEqual([]);
  }
});

it('the whole transaction or nothing: a process that dies at any write leaves a book and a row that agree', async () => {
  for (let dieAt = 0; dieAt < 8; dieAt++) {
    const world = await begun();
    await expect(dying(world.db, dieAt, () => finishJob(world, 'a', FILES, FULL))).resolves.toBeUndefined();
    const ended = (await world.store.get('a'))?.status === 'done';
    expect(await kinds(world)).toEqual(ended ? ['hold', 'settle'] : ['hold']);
    await finishJob(world, 'a', FILES, FULL);
    expect([await balance(world), await kinds(world)]).toEqual([19, ['hold', 'settle']]);
  }
});

/** Runs `act` with a database whose write number `dieAt` throws; the throw itself is swallowed, as a dead process does. */
async function dying(db: MatteDb, dieAt: number, act: () => Promise<unknown>): Promise<void> {
  let writes = 0;
  const fault = () => {
    if (writes++ === dieAt) throw new Error('the process died');
  };
  const unhook = [db.jobs, db.blobs, db.history, db.ledger].flatMap((table) =>
    (['creating', 'updating', 'deleting'] as const).map((event) => {
      const hook = table.hook(event as 'deleting');
      hook.subscribe(fault);
      return () => hook.unsubscribe(fault);
    }),
  );
  await act().catch(() => {});
  for (const undo of unhook) undo();
}
