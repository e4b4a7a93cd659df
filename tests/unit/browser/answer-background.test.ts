/** Holds the content script's 20 lines of receiving to the library with which background sends. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerBackground } from '@/utils/browser/answer-background';
import { type ContentMessage, type PagePicture, sendMessage } from '@/utils/messaging';

type Listener = (message: unknown, sender: { id: string }, respond: (answer: unknown) => void) => unknown;
type Handlers = Parameters<typeof answerBackground<ContentMessage>>[0];

const PAGE = { tabId: 7, frameId: 2 };
const PICTURE: PagePicture = { kind: 'url', url: 'https://a.test/boat.png' };
const REQUEST = { srcUrl: 'https://a.test/boat.png', pixels: false };
const CARD = { jobId: 'a', corner: 'bottom-right', theme: 'auto', address: 'a/auto/auto' } as const;

/**
 * A browser between background and one frame of one tab. Messages are cloned on the way, as Chrome does; nobody
 * listening, or nobody keeping the channel open, is an answer of nothing.
 */
function chromeBetween(senderId = 'matte') {
  const listeners = new Set<Listener>();
  const sent: unknown[][] = [];
  const chrome = {
    runtime: {
      id: 'matte',
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    tabs: {
      sendMessage: (tabId: number, message: unknown, options: unknown, answered: (answer: unknown) => void) => {
        sent.push([tabId, options]);
        const respond = (answer: unknown) => answered(structuredClone(answer));
        const kept = [...listeners].map((listener) => listener(structuredClone(message), { id: senderId }, respond));
        if (!kept.includes(true)) answered(undefined);
      },
    },
  };
  vi.stubGlobal('chrome', chrome);
  return { listeners, sent };
}

/** A page that finds a picture and shows cards; each test changes one thing. */
function answering(change: Partial<Handlers> = {}) {
  const calls: unknown[] = [];
  const stop = new AbortController();
  const handlers: Handlers = {
    findPicture: (request) => {
      calls.push(request);
      return PICTURE;
    },
    pointedPicture: () => PICTURE,
    markedArea: () => ({ kind: 'none' }),
    showCard: () => ({ shown: true }),
    placeCard: () => ({ corner: null }),
    sizeCard: () => {},
    hideCard: () => {},
    restoreFocus: () => {},
    ...change,
  };
  answerBackground(handlers, stop.signal);
  return { calls, stop };
}

const real = globalThis.chrome;
beforeEach(() => void chromeBetween());
afterEach(() => void vi.stubGlobal('chrome', real));

describe('a message from background', () => {
  it('reaches its handler with its data, and the answer comes back', async () => {
    const { calls } = answering();
    expect(await sendMessage('findPicture', REQUEST, PAGE)).toEqual(PICTURE);
    expect(calls).toEqual([REQUEST]);
  });

  it('goes to the frame that was clicked, and no other', async () => {
    const { sent } = chromeBetween();
    answering();
    await sendMessage('findPicture', REQUEST, PAGE);
    expect(sent).toEqual([[7, { frameId: 2 }]]);
  });

  it('may take its time', async () => {
    answering({ findPicture: () => new Promise((resolve) => setTimeout(resolve, 5, PICTURE)) });
    expect(await sendMessage('findPicture', REQUEST, PAGE)).toEqual(PICTURE);
  });

  it('may bring bytes back', async () => {
    answering({ findPicture: () => ({ kind: 'bytes', blob: new Blob(['png']), name: '' }) });
    const answer = await sendMessage('findPicture', REQUEST, PAGE);
    expect(answer).toMatchObject({ kind: 'bytes', blob: expect.any(Blob) });
  });

  it('without data or answer is answered all the same', async () => {
    const restoreFocus = vi.fn();
    answering({ restoreFocus });
    expect(await sendMessage('restoreFocus', undefined, PAGE)).toBeUndefined();
    expect(restoreFocus).toHaveBeenCalledExactlyOnceWith(undefined);
  });
});

describe('a handler that fails', () => {
  it.each([
    [
      'at once',
      () => {
        throw new TypeError('no such element');
      },
    ],
    ['later', () => Promise.reject(new TypeError('no such element'))],
  ])('%s: background hears of it as an error', async (_, findPicture) => {
    answering({ findPicture });
    const error = await sendMessage('findPicture', REQUEST, PAGE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ message: expect.stringContaining('no such element') });
  });

  it('does not stop the next message', async () => {
    answering({ findPicture: () => Promise.reject(new Error('no')) });
    await sendMessage('findPicture', REQUEST, PAGE).catch(() => {});
    expect(await sendMessage('showCard', CARD, PAGE)).toEqual({ shown: true });
  });
});

describe('nobody is answered', () => {
  const UNHEARD = 'No response';

  it('who is another extension', async () => {
    chromeBetween('somebody-else');
    const { calls } = answering();
    await expect(sendMessage('findPicture', REQUEST, PAGE)).rejects.toThrow(UNHEARD);
    expect(calls).toEqual([]);
  });

  it('who asks for what this script does not own', async () => {
    answering();
    await expect(sendMessage('runJobs', undefined, PAGE as never)).rejects.toThrow(UNHEARD);
  });

  it.each([null, undefined, 'findPicture', 42, {}, { type: 42 }, { type: 'paint' }])('who sends %j', (message) => {
    const { listeners } = chromeBetween();
    answering();
    const respond = vi.fn();
    expect([...listeners].map((listener) => listener(message, { id: 'matte' }, respond))).toEqual([false]);
    expect(respond).not.toHaveBeenCalled();
  });

  it('once the script has been stopped', async () => {
    const { stop, calls } = answering();
    stop.abort();
    await expect(sendMessage('findPicture', REQUEST, PAGE)).rejects.toThrow(UNHEARD);
    expect(calls).toEqual([]);
  });

  it('by two: a newer script takes over from a stopped one', async () => {
    const { listeners } = chromeBetween();
    answering().stop.abort();
    answering({ showCard: () => ({ shown: false }) });
    expect(listeners.size).toBe(1);
    expect(await sendMessage('showCard', CARD, PAGE)).toEqual({ shown: false });
  });

  it('and stopping is quiet after an update took the extension away', () => {
    const { stop } = answering();
    vi.stubGlobal('chrome', {});
    expect(() => stop.abort()).not.toThrow();
  });
});
