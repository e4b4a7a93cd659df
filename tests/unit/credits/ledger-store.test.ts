import { describe, expect, it } from 'vitest';
import { GUEST } from '@/utils/credits/ledger';
import { closeHold, holdCredit, ledgerTables, ownerHere, readCredits } from '@/utils/credits/ledger-store';
import type { MatteDb } from '@/utils/db';
import { createWorld, type World } from '../jobs/world';
import { bought, DAY_MS, jobs } from './book';

const hold = (world: World, jobId: string, db: MatteDb = world.db) =>
  db.transaction('rw', ledgerTables(db), async () =>
    holdCredit(db, { owner: await ownerHere(db), jobId }, world.now()),
  );
const close = (world: World, jobId: string, kind: 'settle' | 'release', db: MatteDb = world.db) =>
  db.transaction('rw', ledgerTables(db), async () => closeHold(db, jobId, kind, world.now()));
const balance = async ({ db, now }: World) => (await readCredits(db, now())).balance;

describe('the guest', () => {
  it('has the welcome before anything is written, and looking writes nothing', async () => {
    const { db, now } = createWorld();
    expect(await readCredits(db, now())).toEqual({
      plan: { name: 'free' },
      balance: 20,
      allowance: 20,
      suspension: null,
    });
    expect(await db.ledger.count()).toBe(0);
  });

  it('sees tomorrow’s refill as soon as it is tomorrow', async () => {
    const world = createWorld();
    for (const id of jobs(18)) await hold(world, id);
    for (const id of jobs(18)) await close(world, id, 'settle');
    expect(await balance(world)).toBe(2);
    world.tick(DAY_MS);
    expect(await readCredits(world.db, world.now())).toMatchObject({ balance: 10, allowance: 10 });
  });

  it('under Pro has holds for nothing until the membership ends', async () => {
    const world = createWorld();
    const until = world.now() + 10;
    await world.db.memberships.put({ owner: GUEST, until });
    for (const id of jobs(30)) expect(await hold(world, id)).toBe(null);
    expect(await readCredits(world.db, world.now())).toEqual({
      plan: { name: 'pro', until },
      balance: 20,
      allowance: 20,
      suspension: null,
    });
    world.tick(10);
    await hold(world, 'after');
    expect(await readCredits(world.db, world.now())).toMatchObject({ plan: { name: 'free' }, balance: 19 });
  });
});

describe('holds', () => {
  it('from two contexts at once never overdraw', async () => {
    const world = createWorld();
    const other = world.otherContext();
    const asked = jobs(50).map((id, i) => hold(world, id, i % 2 ? other : world.db));
    expect((await Promise.all(asked)).filter((reason) => reason === null)).toHaveLength(20);
    expect(await balance(world)).toBe(0);
    expect(
      await world.db.ledger
        .where('owner')
        .equals(GUEST)
        .filter(({ kind }) => kind === 'grant')
        .count(),
    ).toBe(1);
  });

  it('of the same job, asked for at once, are one', async () => {
    const world = createWorld();
    const other = world.otherContext();
    expect(await Promise.all([hold(world, 'a'), hold(world, 'a', other), hold(world, 'a')])).toEqual([
      null,
      null,
      null,
    ]);
    expect(await balance(world)).toBe(19);
  });

  it('end once: the first end counts', async () => {
    const world = createWorld();
    await hold(world, 'a');
    await Promise.all([close(world, 'a', 'settle'), close(world, 'a', 'release'), close(world, 'a', 'settle')]);
    expect(await balance(world)).toBe(19);
    expect(await world.db.ledger.count()).toBe(3);
  });

  it('that never were have no end', async () => {
    const world = createWorld();
    await close(world, 'nobody', 'release');
    expect(await world.db.ledger.count()).toBe(0);
  });

  it('that are broken off in their transaction leave nothing', async () => {
    const world = createWorld();
    const broken = world.db.transaction('rw', ledgerTables(world.db), async () => {
      await holdCredit(world.db, { owner: GUEST, jobId: 'a' }, world.now());
      throw new Error('the process died');
    });
    await expect(broken).rejects.toThrow();
    expect(await world.db.ledger.count()).toBe(0);
  });

  it('go by the order of writing, whatever the clock said', async () => {
    const world = createWorld();
    await hold(world, 'a');
    world.tick(-5 * DAY_MS);
    await close(world, 'a', 'release');
    expect(await balance(world)).toBe(20);
  });
});

describe('the tables', () => {
  it.each([
    ['a second hold of a job', { owner: GUEST, kind: 'hold', jobId: 'a', at: 1, credits: 1, from: 'welcome' }],
    ['a second grant of one name', bought('welcome', 5, null)],
  ] as const)('refuse %s', async (_, entry) => {
    const world = createWorld();
    await hold(world, 'a');
    await expect(world.db.ledger.add(entry)).rejects.toThrow(/ConstraintError/);
  });

  it('take many entries without a job, and many grants without a day', async () => {
    const world = createWorld();
    await world.db.ledger.bulkAdd([bought('x', 1, null), bought('y', 2, null)]);
    expect(await balance(world)).toBe(23);
  });
});
