/** A cutout let go on the page of its card: what background passes on, and what it makes of the page's answers. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aimDrop, dragOut, dropOut } from '@/entrypoints/background/drag-out';
import { done } from '../jobs/world';

const asked = vi.hoisted(() => vi.fn<(type: string, data: unknown, target: object) => Promise<unknown>>());
vi.mock('@/entrypoints/background/page-link', () => ({ ask: asked }));
const executeScript = vi.fn(async () => []);

const AT = { x: 0.5, y: 0.25 };
const PNG = new Blob(['png'], { type: 'image/png' });
const TOP = { tabId: 7, frameId: 0 };
const nowhere = { ...done, tabId: null };

beforeEach(async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  asked.mockReset().mockResolvedValue(undefined);
  executeScript.mockClear();
});

describe('a drag out of a card', () => {
  it('puts our script into the top frame, and takes it away', async () => {
    await dragOut(done, true);
    expect(executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 7, frameIds: [0] } }));
    expect(asked).toHaveBeenLastCalledWith('openDrop', { address: done.id }, TOP);
    await dragOut(done, false);
    expect(asked).toHaveBeenLastCalledWith('endDrop', undefined, TOP);
    expect(executeScript).toHaveBeenCalledOnce();
  });

  it('gives the page the picture under its cutout’s name, and only when it was let go', async () => {
    asked.mockResolvedValue({ takes: true });
    expect(await aimDrop(done, AT)).toEqual({ takes: true });
    expect(asked).toHaveBeenLastCalledWith('probeDrop', { at: AT }, TOP);
    asked.mockResolvedValue({ taken: true });
    expect(await dropOut(done, AT, PNG)).toEqual({ taken: true });
    const [type, data] = asked.mock.calls.at(-1) ?? [];
    expect(type).toBe('giveDrop');
    expect(data).toMatchObject({ at: AT, picture: { name: `${done.name}-cutout.png`, type: 'image/png', size: 3 } });
  });

  it.each([null, undefined, {}, { takes: 'yes', taken: 1 }])('takes %j from a page for a no', async (answer) => {
    asked.mockResolvedValue(answer);
    expect(await aimDrop(done, AT)).toEqual({ takes: false });
    expect(await dropOut(done, AT, PNG)).toEqual({ taken: false });
  });

  it('is no drop where nobody answers', async () => {
    asked.mockRejectedValue(new Error('no receiving end'));
    expect(await aimDrop(done, AT)).toEqual({ takes: false });
    expect(await dropOut(done, AT, PNG)).toEqual({ taken: false });
  });

  it.each([null, {}, { x: 0.5 }, { x: -0.1, y: 0 }, { x: 0, y: 1.1 }, { x: Number.NaN, y: 0 }, { x: '0', y: 0 }])(
    'asks no page about the place %j',
    async (at) => {
      expect(await aimDrop(done, at)).toEqual({ takes: false });
      expect(await dropOut(done, at, PNG)).toEqual({ taken: false });
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('gives no page what is no picture, and nothing to a job without a page', async () => {
    for (const thing of ['png', null, { type: 'image/png' }]) {
      expect(await dropOut(done, AT, thing)).toEqual({ taken: false });
    }
    expect(await dropOut(nowhere, AT, PNG)).toEqual({ taken: false });
    expect(await aimDrop(nowhere, AT)).toEqual({ takes: false });
    await dragOut(nowhere, true);
    expect([asked.mock.calls, executeScript.mock.calls]).toEqual([[], []]);
  });
});
