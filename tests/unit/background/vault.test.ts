/** While no window is open: the account locks when nobody is there, and what is kept for a time goes. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setUpVault, TIDY_ALARM } from '@/entrypoints/background/vault';
import { SECURITY_LOG_MS } from '@/utils/account/security-log-store';
import { saveSetting } from '@/utils/settings/settings-store';
import { createAccountWorld, registered } from '../account/world';
import { createWorld } from '../jobs/world';

type OnIdle = (state: 'active' | 'idle' | 'locked') => void;
const idle = { setDetectionInterval: vi.fn(), onStateChanged: { addListener: vi.fn<(listener: OnIdle) => void>() } };

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(fakeBrowser, { idle });
});

async function signedIn() {
  const world = createWorld();
  const accounts = { ...createAccountWorld().world, db: world.db, keys: world.keys };
  const { accountId } = await registered(accounts);
  return { ...world, isOpen: async () => (await world.keys.get(accountId)) !== null };
}

const becomes: OnIdle = (state) => idle.onStateChanged.addListener.mock.calls[0]?.[0](state);

it.each(['idle', 'locked'] as const)('locks when the computer is %s, and says so in the log', async (state) => {
  const world = await signedIn();
  setUpVault(world);
  becomes('active');
  expect(await world.isOpen()).toBe(true);
  becomes(state);
  await vi.waitFor(async () => expect(await world.isOpen()).toBe(false));
  await vi.waitFor(async () => expect((await world.db.securityLog.toArray()).at(-1)?.event).toBe('locked'));
});

it('waits as long as the user chose', async () => {
  const world = await signedIn();
  await saveSetting(world.db, 'lockAfter', 60);
  setUpVault(world);
  await vi.waitFor(() => expect(idle.setDetectionInterval).toHaveBeenCalledWith(3600));
});

it('drops the log of a month ago and uncollected deliveries, at start and by alarm', async () => {
  const world = await signedIn();
  const old = { emailHash: 'x', event: 'login', browser: '' } as const;
  const stale = { id: 'a/cutout', sealed: new Blob(), createdAt: 0 };
  const fill = async () => {
    await world.db.securityLog.add({ ...old, at: world.now() - SECURITY_LOG_MS });
    await world.db.deliveries.put(stale);
  };
  const left = async () => [
    await world.db.securityLog.where('emailHash').equals('x').count(),
    await world.db.deliveries.count(),
  ];
  await fill();
  setUpVault(world);
  await vi.waitFor(async () => expect(await left()).toEqual([0, 0]));
  await fill();
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get(TIDY_ALARM)).toMatchObject({ periodInMinutes: 30 }));
  await fakeBrowser.alarms.onAlarm.trigger({ name: TIDY_ALARM, scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await left()).toEqual([0, 0]));
});

it('drops counts of a year ago and faults of a month ago [P-STATS-12M] [P-DIAG-30D]', async () => {
  const world = await signedIn();
  const fault = { code: 'offline', detail: '' } as const;
  await world.db.statistics.put({ owner: 'guest', day: '2021-01-01', counts: { done: 1 } });
  await world.db.diagnostics.bulkAdd([
    { ...fault, at: 0 },
    { ...fault, at: world.now() },
  ]);
  setUpVault(world);
  await vi.waitFor(async () =>
    expect([await world.db.statistics.count(), await world.db.diagnostics.count()]).toEqual([0, 1]),
  );
});
