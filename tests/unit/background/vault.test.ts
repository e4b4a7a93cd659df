/** While no window is open: the account locks when nobody is there. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setUpVault } from '@/entrypoints/background/vault';
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
