import { describe, expect, it } from 'vitest';
import { type ClipboardWorld, copyImage, FOCUS_WAIT_MS } from '@/utils/browser/clipboard';

const png = new Blob(['png'], { type: 'image/png' });

/** A page that is focused and may write; time moves only while somebody sleeps. */
function fakeWorld(changes: Partial<ClipboardWorld> & { readonly focusedAfterMs?: number } = {}) {
  const { focusedAfterMs = 0, ...rest } = changes;
  const log: string[] = [];
  let now = 0;
  const world: ClipboardWorld = {
    takeFocus: () => void log.push('focus'),
    hasFocus: () => now >= focusedAfterMs,
    write: async (blob) => void log.push(blob === png ? 'write' : 'wrong blob'),
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    ...rest,
  };
  return { world, log, elapsed: () => now };
}

const refuse = async () => {
  throw new DOMException('either reason', 'NotAllowedError');
};

describe('copyImage', () => {
  it('takes the focus, then writes the very blob', async () => {
    const { world, log } = fakeWorld();
    expect(await copyImage(png, world)).toEqual({ copied: true });
    expect(log).toEqual(['focus', 'write']);
  });

  it('writes at once when the page has the focus, so that a press stays a press', async () => {
    const { world, elapsed } = fakeWorld();
    await copyImage(png, world);
    expect(elapsed()).toBe(0);
  });

  it('waits for a window that is coming to the front', async () => {
    const { world, log } = fakeWorld({ focusedAfterMs: FOCUS_WAIT_MS });
    expect(await copyImage(png, world)).toEqual({ copied: true });
    expect(log).toEqual(['focus', 'write']);
  });

  it('gives up in time and writes nothing when nobody is looking', async () => {
    const { world, log, elapsed } = fakeWorld({ focusedAfterMs: Number.POSITIVE_INFINITY });
    expect(await copyImage(png, world)).toEqual({ copied: false, reason: 'not-focused' });
    expect(log).toEqual(['focus']);
    expect(elapsed()).toBe(FOCUS_WAIT_MS);
  });

  it('calls a refusal with focus a block', async () => {
    const { world } = fakeWorld({ write: refuse });
    expect(await copyImage(png, world)).toEqual({ copied: false, reason: 'blocked' });
  });

  it('calls a refusal after the focus was lost what it is', async () => {
    let focused = true;
    const { world } = fakeWorld({
      hasFocus: () => focused,
      write: () => {
        focused = false;
        return refuse();
      },
    });
    expect(await copyImage(png, world)).toEqual({ copied: false, reason: 'not-focused' });
  });

  it('survives a page without a clipboard', async () => {
    const { world } = fakeWorld({
      write: () => {
        throw new TypeError("Cannot read properties of undefined (reading 'write')");
      },
    });
    expect(await copyImage(png, world)).toEqual({ copied: false, reason: 'blocked' });
  });
});
