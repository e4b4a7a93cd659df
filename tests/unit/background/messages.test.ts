/** Who gets what from background: each message from each sender, on the real protocol. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setUpMessages } from '@/entrypoints/background/messages';
import { cancelJob } from '@/utils/jobs/finish-job';
import type { Protocol } from '@/utils/messaging';
import { readSettings, saveSetting } from '@/utils/settings/settings-store';
import { createWorld, done, failed, offer, PAGE, remember, T0, type World } from '../jobs/world';

type Sender = Browser.runtime.MessageSender;
type Type = keyof Protocol;

// See sender.test.ts: Node's URL knows no chrome-extension: origins.
const OWN = 'https://matte.test';
const id = fakeBrowser.runtime.id;
const tab = (tabId: number) => ({ id: tabId }) as Browser.tabs.Tab;
const popup: Sender = { id, origin: OWN };
const card: Sender = { id, origin: OWN, tab: tab(7), frameId: 3 };
const cardElsewhere: Sender = { ...card, tab: tab(8) };
const contentScript: Sender = { id, origin: 'https://a.test', tab: tab(7), frameId: 0 };

const updateRules = vi.fn(async (_: { addRules: unknown[] }) => {});
const delivery = { settle: vi.fn(async () => {}), refreshBadge: vi.fn(async () => {}) };
let world: World;

beforeEach(() => {
  world = createWorld();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `${OWN}${path}`);
  const permissions = { contains: async () => true };
  Object.assign(fakeBrowser, { permissions, declarativeNetRequest: { updateSessionRules: updateRules } });
  listenOnce();
});
afterEach(() => vi.clearAllMocks());

/** The library takes one listener per message and context: these stay, and work on the database of each test. */
function listenOnce(): void {
  if (fakeBrowser.runtime.onMessage.hasListeners()) return;
  const db = new Proxy({} as World['db'], {
    get: (_, key) => {
      const member = Reflect.get(world.db, key);
      return typeof member === 'function' ? member.bind(world.db) : member;
    },
  });
  setUpMessages({ db, keys: world.keys, now: () => world.now() }, delivery);
}

async function send<T extends Type>(type: T, data: unknown, sender: Sender): Promise<unknown> {
  const message = { id: 1, timestamp: 0, type, data };
  const reply = await new Promise<{ res?: unknown; err?: { message: string } }>((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve as never);
  });
  if (reply.err) throw new Error(reply.err.message);
  return reply.res;
}

/** A finished job of tab 7 whose result waits. */
async function withDone() {
  await world.db.jobs.put(done);
  await remember(world.db, 'a', T0);
}

describe('a card', () => {
  it('sees, claims and reports the job of its own tab', async () => {
    await withDone();
    expect(await send('readJob', { jobId: 'a' }, card)).toMatchObject({
      job: { id: 'a', status: 'done' },
      progress: 1,
    });
    expect(await send('claimCopy', { jobId: 'a' }, card)).toEqual({ granted: true });
    expect(await send('claimCopy', { jobId: 'a' }, card), 'once').toEqual({ granted: false });
    await send('reportCopy', { jobId: 'a', copied: true }, card);
    expect(await world.store.get('a')).toMatchObject({ delivery: 'copied' });
  });

  it('starts nothing: a page may have framed it', async () => {
    const request = { picture: new Blob(['png']), name: 'boat', backend: 'auto' };
    expect(await send('startJob', request, card)).toEqual({ error: 'bad-request' });
    expect(await world.db.jobs.count()).toBe(0);
  });

  it('that reports anything but a copy gives its claim back', async () => {
    await world.db.jobs.put({ ...done, delivery: 'copying', claimedAt: T0 });
    await send('reportCopy', { jobId: 'a', copied: 'yes' }, card);
    expect(await world.store.get('a')).toMatchObject({ delivery: 'waiting', claimedAt: null });
  });

  it('takes a failure that it has shown off the badge', async () => {
    await world.db.jobs.put(failed);
    await send('reportSeen', { jobId: 'a' }, card);
    expect(await world.store.get('a')).toMatchObject({ delivery: 'none' });
    expect(delivery.refreshBadge).toHaveBeenCalledOnce();
  });
});

describe('a job that found no subject', () => {
  beforeEach(async () => {
    await world.db.jobs.put({ ...failed, error: 'no-subject' });
    await offer(world.db);
  });

  it.each([
    ['a card', card],
    ['the popup', popup],
  ])('is cut anyway by %s, and then claimed like any other', async (_, sender) => {
    expect(await send('cutAnyway', { jobId: 'a' }, sender)).toEqual({ cut: true });
    expect(await send('readJob', { jobId: 'a' }, sender)).toMatchObject({
      job: { status: 'done', delivery: 'waiting' },
    });
    expect(await send('claimCopy', { jobId: 'a' }, sender)).toEqual({ granted: true });
    expect(delivery.refreshBadge, 'the failure may have been announced').toHaveBeenCalled();
    expect(delivery.settle, 'nobody may be left to copy').toHaveBeenCalled();
  });

  it('is cut once', async () => {
    await send('cutAnyway', { jobId: 'a' }, card);
    expect(await send('cutAnyway', { jobId: 'a' }, popup)).toEqual({ cut: false });
  });

  it.each(['dismissJob', 'closeCard'] as const)('leaves nothing behind after %s', async (type) => {
    await send(type, { jobId: 'a' }, type === 'closeCard' ? card : popup);
    expect(await world.db.jobs.count()).toBe(0);
    expect(await world.blobs()).toEqual([]);
    expect(await send('cutAnyway', { jobId: 'a' }, card)).toEqual({ cut: false });
  });
});

describe('closing a card', () => {
  it('of a job that is done or at work takes nothing away', async () => {
    await withDone();
    const open = await world.start('open', { page: PAGE });
    await send('closeCard', { jobId: 'a' }, card);
    await send('closeCard', { jobId: 'open' }, card);
    expect(await world.store.get('a')).toEqual(done);
    expect(await world.store.get('open')).toEqual(open);
  });
});

describe('what a card does with itself', () => {
  const onPage = (url: string, incognito = false) =>
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ ...tab(7), url, incognito } as never);

  it('is told what it must know before there is a job, and the host of its page', async () => {
    await saveSetting(world.db, 'copyBackground', 'white');
    const sender = { ...card, tab: { ...tab(7), url: 'https://shop.test/boats?id=1' } };
    expect(await send('greetCard', { jobId: 'not yet' }, sender)).toEqual({
      copyAutomatically: true,
      copyBackground: 'white',
      host: 'shop.test',
    });
    expect(await send('greetCard', { jobId: 'not yet' }, contentScript)).toBeNull();
  });

  it('is turned off on its site, by host and nothing more, and on again [P-CARD-SITES]', async () => {
    await withDone();
    onPage('https://shop.test/boats?id=1');
    expect(await send('turnCard', { jobId: 'a', off: true }, card)).toEqual({ turned: true });
    expect((await readSettings(world.db)).cards).toEqual({ 'shop.test': { isOff: true } });
    await send('turnCard', { jobId: 'a', off: false }, card);
    expect((await readSettings(world.db)).cards).toEqual({});
  });

  it('leaves no trace of a private window [P-CARD-SITES]', async () => {
    await withDone();
    onPage('https://shop.test/boats', true);
    expect(await send('turnCard', { jobId: 'a', off: true }, card)).toEqual({ turned: false });
    expect(await world.db.settings.count()).toBe(0);
  });

  it('takes the cutout out of history, and back', async () => {
    await withDone();
    expect(await send('removeCutout', { jobId: 'a' }, card)).toEqual({ removed: true });
    expect((await world.db.history.get('a'))?.deletedAt).toBeDefined();
    expect(await send('restoreCutout', { jobId: 'a' }, card)).toEqual({ restored: true });
    expect((await world.db.history.get('a'))?.deletedAt).toBeUndefined();
    expect(await send('restoreCutout', { jobId: 'a' }, card), 'nothing to bring back').toEqual({ restored: false });
  });
});

describe('prewarm', () => {
  // It does not open: what happens then is engine-control's business.
  const createDocument = vi.fn(async () => Promise.reject(new Error('no')));
  beforeEach(() => void Object.assign(fakeBrowser, { offscreen: { hasDocument: async () => false, createDocument } }));

  it.each([
    ['the popup starts', popup, 1],
    ['a card, which any page may frame, does not start', card, 0],
    ['a content script does not start', contentScript, 0],
  ])('%s the engine', async (_, sender, times) => {
    await send('prewarm', undefined, sender);
    expect(createDocument).toHaveBeenCalledTimes(times);
  });
});

describe.each([
  ['a card in another tab', cardElsewhere],
  ['a content script', contentScript],
  ['another extension', { ...popup, id: 'somebody-else' }],
])('%s', (_, stranger) => {
  it.each<[Type, object, unknown]>([
    ['readJob', {}, null],
    ['claimCopy', {}, { granted: false }],
    ['reportCopy', { copied: true }, undefined],
    ['reportSeen', {}, undefined],
    ['cancelJob', {}, undefined],
    ['cutAnyway', {}, { cut: false }],
    ['dismissJob', {}, undefined],
    ['moveCard', { move: { kind: 'drop' } }, { corner: null }],
    ['foldCard', { folded: true }, undefined],
    ['turnCard', { off: true }, { turned: false }],
    ['dragOut', { on: true }, undefined],
    ['aimDrop', { at: { x: 0, y: 0 } }, { takes: false }],
    ['dropOut', { at: { x: 0, y: 0 }, picture: new Blob(['png']) }, { taken: false }],
    ['openStudio', {}, undefined],
    ['removeCutout', {}, { removed: false }],
    ['restoreCutout', {}, { restored: false }],
    ['sendReferrer', { on: true }, undefined],
    ['readFromPage', {}, { stored: false }],
  ])('gets nothing for %s, and changes nothing', async (type, more, refused) => {
    await withDone();
    const open = await world.start('open');
    expect(await send(type, { jobId: 'a', ...more }, stranger)).toEqual(refused);
    expect(await send(type, { jobId: 'open', ...more }, stranger)).toEqual(refused);
    expect(await world.store.get('a')).toEqual(done);
    expect(await world.store.get('open')).toEqual(open);
    expect(updateRules).not.toHaveBeenCalled();
    expect(await world.db.settings.count()).toBe(0);
    expect(await world.db.history.filter(({ deletedAt }) => deletedAt !== undefined).count()).toBe(0);
  });

  it('cannot start a job, nor end one', async () => {
    expect(await send('startJob', { picture: new Blob(['png']), name: 'a', backend: 'auto' }, stranger)).toEqual({
      error: 'bad-request',
    });
    await send('jobEnded', { jobId: 'a' }, { ...stranger, origin: 'https://a.test' });
    expect(delivery.settle).not.toHaveBeenCalled();
  });
});

describe('a message about no job', () => {
  it.each([{ jobId: 'nobody' }, { jobId: 42 }, { jobId: ['a'] }, {}, null, undefined])(
    '%j is refused',
    async (data) => {
      await withDone();
      expect(await send('readJob', data, popup)).toBeNull();
    },
  );
});

describe('the Referer of a fetch', () => {
  const url = { kind: 'url', url: 'https://cdn.test/boat.png', pageUrl: 'https://shop.test/boats' } as const;

  it('is switched on for the picture of the job, and off', async () => {
    await world.start('a', { picture: url });
    expect(await send('sendReferrer', { jobId: 'a', on: true }, popup)).toBeUndefined();
    expect(updateRules.mock.calls.map(([{ addRules }]) => addRules.length)).toEqual([1]);
    await send('sendReferrer', { jobId: 'a', on: false }, popup);
    expect(updateRules.mock.calls.map(([{ addRules }]) => addRules.length)).toEqual([1, 0]);
  });

  it('is switched off also when the job was cancelled meanwhile', async () => {
    await world.start('a', { picture: url });
    await send('sendReferrer', { jobId: 'a', on: true }, popup);
    await cancelJob(world, 'a');
    await send('sendReferrer', { jobId: 'a', on: false }, popup);
    expect(updateRules.mock.calls.map(([{ addRules }]) => addRules.length)).toEqual([1, 0]);
  });
});

it('the end of a job is settled', async () => {
  await send('jobEnded', { jobId: 'a' }, popup);
  expect(delivery.settle).toHaveBeenCalledOnce();
});
