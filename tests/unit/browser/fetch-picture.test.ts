import { describe, expect, it } from 'vitest';
import { type FetchDeps, fetchPicture } from '@/utils/browser/fetch-picture';
import type { ErrorCode } from '@/utils/errors';
import { MAX_FILE_BYTES } from '@/utils/pipeline/raster';

const URL_OF_PICTURE = 'https://a.test/boat.png';
const NO_ANSWER = new Error('The message port closed before a response was received.');
const HOST_GONE = new TypeError('Failed to fetch');

type Answer = Response | Error | ((signal: AbortSignal) => Promise<Response>);

const status = (code: number) => new Response('<p>no</p>', { status: code });
const picture = (text = 'png') => new Response(text, { headers: { 'content-type': 'image/png' } });

/** A site that gives these answers in turn, an online browser, and a user who lets Matte read every site. */
function world(answers: readonly Answer[], change: { online?: boolean; siteAccess?: boolean; deaf?: boolean } = {}) {
  const { online = true, siteAccess = true, deaf = false } = change;
  const log: string[] = [];
  const requests: RequestInit[] = [];
  let next = 0;
  const deps: FetchDeps = {
    fetch: async (url, init = {}) => {
      log.push(`fetch ${url}`);
      requests.push(init);
      const answer = answers[next++];
      if (!answer) throw new Error('asked more often than the test expected');
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer : answer(init.signal as AbortSignal);
    },
    isOnline: () => online,
    sendReferrer: async (on) => {
      log.push(`referrer ${on ? 'on' : 'off'}`);
      if (deaf) throw NO_ANSWER;
    },
    hasSiteAccess: async () => {
      if (deaf) throw NO_ANSWER;
      return siteAccess;
    },
  };
  const get = (url = URL_OF_PICTURE, signal = new AbortController().signal) => fetchPicture(deps, url, signal);
  return { get, log, requests };
}

const ONCE = [`fetch ${URL_OF_PICTURE}`];
const AGAIN = ['referrer on', ...ONCE, 'referrer off'];

describe('a picture', () => {
  it('is fetched with its cookies and without a Referer: no host learns of a page that hides itself', async () => {
    const { get, log, requests } = world([picture()]);
    const file = await get();
    expect(await file.text()).toBe('png');
    expect(file.type).toBe('image/png');
    expect(log).toEqual(ONCE);
    expect(requests[0]).toMatchObject({ credentials: 'include' });
  });

  it('without body is an empty file', async () => {
    expect((await world([new Response(null, { status: 204 })]).get()).size).toBe(0);
  });

  it('in an address of its own needs no Referer', async () => {
    const { get, log } = world([picture()]);
    await get('data:image/png;base64,AA==');
    expect(log).toEqual(['fetch data:image/png;base64,AA==']);
  });
});

describe('a site that wants to see its own page', () => {
  it.each([401, 403, 404, 410, 451])('and refuses by %d is asked again with the page as Referer', async (code) => {
    const { get, log } = world([status(code), picture('second')]);
    expect(await (await get()).text()).toBe('second');
    expect(log).toEqual([...ONCE, ...AGAIN]);
  });

  it('and refuses that too is asked no third time', async () => {
    const { get, log } = world([status(403), status(403)]);
    await expect(get()).rejects.toMatchObject({ code: 'refused-by-site' });
    expect(log).toEqual([...ONCE, ...AGAIN]);
  });

  it('gets the word of its second answer', async () => {
    await expect(world([status(403), status(404)]).get()).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a failure', () => {
  it.each<[string, Answer, Parameters<typeof world>[1], ErrorCode]>([
    ['500', status(500), {}, 'network-failed'],
    ['429', status(429), {}, 'network-failed'],
    ['an unreachable host', HOST_GONE, {}, 'network-failed'],
    ['an answer that takes too long', new DOMException('timed out', 'TimeoutError'), {}, 'network-failed'],
    ['an unreachable host while offline', HOST_GONE, { online: false }, 'offline'],
    ['an unreachable host that the user withholds', HOST_GONE, { siteAccess: false }, 'site-access'],
    ['a failing site that the user withholds', HOST_GONE, { siteAccess: false }, 'site-access'],
    ['being offline, on a site that the user withholds', HOST_GONE, { online: false, siteAccess: false }, 'offline'],
  ])('%s is told as what it is, after one request', async (_, answer, change, code) => {
    const { get, log } = world([answer], change);
    await expect(get()).rejects.toMatchObject({ code });
    expect(log).toEqual(ONCE);
  });

  it('in the middle of the picture counts like one before', async () => {
    const body = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new Uint8Array(10));
        stream.error(HOST_GONE);
      },
    });
    await expect(world([new Response(body)]).get()).rejects.toMatchObject({ code: 'network-failed', cause: HOST_GONE });
  });
});

describe('a background that dies before it has switched the Referer', () => {
  it('costs the Referer, not the picture', async () => {
    const { get } = world([status(403), picture()], { deaf: true });
    expect(await (await get()).text()).toBe('png');
  });

  it('does not hide what went wrong with the picture', async () => {
    await expect(world([status(404), status(404)], { deaf: true }).get()).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a picture without end', () => {
  it(`is given up after ${MAX_FILE_BYTES} bytes, and its connection closed`, async () => {
    // One chunk for all: the test holds 16 MiB, however much it sends.
    const chunk = new Uint8Array(16 * 1024 * 1024);
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream(
      {
        pull: (stream) => {
          sent += chunk.byteLength;
          stream.enqueue(chunk);
        },
        cancel: () => {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const { get, log } = world([new Response(body)]);
    await expect(get()).rejects.toMatchObject({ code: 'image-too-large' });
    expect(sent).toBe(MAX_FILE_BYTES + chunk.byteLength);
    expect(cancelled).toBe(true);
    expect(log).toEqual(ONCE);
  });
});

describe('cancelling', () => {
  const reason = new DOMException('the user changed her mind', 'AbortError');
  /** Like the browser's fetch: rejects as soon as its signal fires. */
  const hanging = (began: () => void) => (signal: AbortSignal) =>
    new Promise<Response>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      began();
    });

  it('stops the request and is no failure: the reason passes through', async () => {
    const user = new AbortController();
    const { get, log } = world([hanging(() => user.abort(reason))]);
    await expect(get(URL_OF_PICTURE, user.signal)).rejects.toBe(reason);
    expect(log).toEqual(ONCE);
  });

  it('while the picture is arriving passes through as well', async () => {
    const user = new AbortController();
    const body = new ReadableStream({
      pull: (stream) => {
        user.abort(reason);
        stream.error(new TypeError('network error'));
      },
    });
    await expect(world([new Response(body)]).get(URL_OF_PICTURE, user.signal)).rejects.toBe(reason);
  });

  it('the second request passes through as well', async () => {
    const user = new AbortController();
    const { get } = world([status(403), hanging(() => user.abort(reason))]);
    await expect(get(URL_OF_PICTURE, user.signal)).rejects.toBe(reason);
  });

  it('after a refusal asks no second time', async () => {
    const user = new AbortController();
    const refuse = async () => {
      user.abort(reason);
      return status(403);
    };
    const { get, log } = world([refuse]);
    await expect(get(URL_OF_PICTURE, user.signal)).rejects.toBe(reason);
    expect(log).toEqual(ONCE);
  });
});
