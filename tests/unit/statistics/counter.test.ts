/** Counting in the database: for whom, for how long, and never at the cost of a job. */
import { describe, expect, it } from 'vitest';
import { type Consent, PURPOSES } from '@/utils/account/consent';
import { answerAsGuest } from '@/utils/account/guest-consents';
import { POLICY_VERSION } from '@/utils/account/policy';
import { answerConsent } from '@/utils/account/profile';
import { lock } from '@/utils/account/session';
import { createStatisticsAdopter } from '@/utils/statistics/adopt-guest';
import { countJob, countVisit, deleteStatistics, pruneStatistics, readStatistics } from '@/utils/statistics/counter';
import { createAccountWorld, FORM, registered } from '../account/world';
import { createWorld, done, T0, type World } from '../jobs/world';

const TODAY = '2023-11-14';

function agreed(change: Partial<Consent> = {}): Consent {
  return { purpose: 'statistics', given: true, policyVersion: POLICY_VERSION, at: T0, ...change };
}

async function counting(): Promise<World> {
  const world = createWorld();
  await answerAsGuest(world.db, agreed());
  return world;
}

async function account() {
  const { world, ...rest } = createAccountWorld({ policyVersion: POLICY_VERSION });
  return { ...rest, world, form: { ...FORM, policyVersion: POLICY_VERSION } };
}

describe('who never agreed', () => {
  it('is not counted, neither a guest nor an account [P-STATS-CONSENT]', async () => {
    const { world, form } = await account();
    await countJob(world, done);
    await countVisit(world, 'guest');
    const { accountId } = await registered(world, form);
    await countJob(world, { ...done, owner: accountId });
    await countJob(world, { ...done, owner: 'an account that is gone' });
    expect(await world.db.statistics.toArray()).toEqual([]);
  });

  it.each([
    ['said no after a yes', [agreed(), agreed({ given: false })]],
    ['agreed to an older policy', [agreed({ policyVersion: '1' })]],
    ['agreed to something else', [agreed({ purpose: 'policy' })]],
  ])('or %s, is not counted [P-STATS-CONSENT]', async (_, answers) => {
    const world = createWorld();
    for (const answer of answers) await answerAsGuest(world.db, answer);
    await countJob(world, done);
    expect(await world.db.statistics.toArray()).toEqual([]);
  });

  it('is not believed to have agreed by a row that says something else', async () => {
    const world = createWorld();
    await world.db.settings.put({ key: 'guestConsents', value: [{ purpose: 'statistics', given: 1 }] });
    await countJob(world, done);
    expect(await world.db.statistics.count()).toBe(0);
  });
});

describe('who agreed', () => {
  it('is counted by the day, in numbers alone [P-STATS-BARE]', async () => {
    const world = await counting();
    await countJob(world, done);
    await countJob(world, done);
    await countVisit(world, 'guest');
    const counts = { visits: 1, done: 2, 'took/1-3s': 2, 'on/wasm': 2, 'asked/balanced': 2 };
    expect(await readStatistics(world.db, 'guest')).toEqual([{ owner: 'guest', day: TODAY, counts }]);
  });

  it('is counted as an account also while it is locked; others see nothing of it', async () => {
    const { world, form } = await account();
    const { accountId } = await registered(world, { ...form, statistics: true });
    await lock(world);
    await countJob(world, { ...done, owner: accountId });
    expect(await readStatistics(world.db, accountId)).toMatchObject([{ counts: { done: 1 } }]);
    expect(await readStatistics(world.db, 'guest')).toEqual([]);
  });

  it('keeps what was counted after a no, until it is deleted', async () => {
    const { world, form } = await account();
    const { accountId } = await registered(world, { ...form, statistics: true });
    await countVisit(world, accountId);
    await answerConsent(world, { purpose: 'statistics', given: false });
    await countVisit(world, accountId);
    expect(await readStatistics(world.db, accountId)).toMatchObject([{ counts: { visits: 1 } }]);
    await world.db.statistics.put({ owner: 'guest', day: TODAY, counts: { visits: 1 } });
    await deleteStatistics(world.db, accountId);
    expect(await world.db.statistics.toArray()).toMatchObject([{ owner: 'guest' }]);
  });

  it('takes the counts along when registering; the guest who is left was never asked', async () => {
    const { world, form } = await account();
    await answerAsGuest(world.db, agreed());
    await countVisit(world, 'guest');
    const adopters = [createStatisticsAdopter(world.db)];
    const { accountId } = await registered({ ...world, adopters }, form);
    expect(await world.db.statistics.toArray()).toEqual([{ owner: accountId, day: TODAY, counts: { visits: 1 } }]);
    await countVisit(world, 'guest');
    expect(await readStatistics(world.db, 'guest')).toEqual([]);
  });
});

it('a count that cannot be written is lost without a word', async () => {
  const world = await counting();
  world.db.close();
  await expect(countJob(world, done)).resolves.toBeUndefined();
});

describe('pruneStatistics', () => {
  const day = (name: string, visits = 1, owner = 'guest') => ({ owner, day: name, counts: { visits } });

  it('keeps twelve months and no day more [P-STATS-12M]', async () => {
    const world = createWorld();
    await world.db.statistics.bulkPut([day('2022-11-13'), day('2022-11-14'), day('2022-11-15'), day(TODAY)]);
    await pruneStatistics(world);
    expect((await world.db.statistics.toArray()).map((row) => row.day)).toEqual(['2022-11-15', TODAY]);
  });

  it('counts what a wrong clock wrote into the future as of today, for each owner by itself', async () => {
    const world = createWorld();
    await world.db.statistics.bulkPut([
      day(TODAY),
      day('2031-01-01', 2),
      day('2031-01-02', 3),
      day('2031-01-01', 5, 'ada'),
    ]);
    await pruneStatistics(world);
    expect(await world.db.statistics.toArray()).toEqual([day(TODAY, 5, 'ada'), day(TODAY, 6)]);
  });
});

it('purposes are asked for one by one', () => {
  expect(PURPOSES).toEqual(['policy', 'statistics']);
});
