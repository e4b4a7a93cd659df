/**
 * Puts a PNG on the clipboard. Chrome writes only from a focused document, so this asks for the focus, waits a moment
 * for it and tells "nobody is looking" from "not allowed here". What it needs of the page is passed in, for the tests.
 */
export interface ClipboardWorld {
  readonly takeFocus: () => void;
  /** Focused and visible. */
  readonly hasFocus: () => boolean;
  readonly write: (png: Blob) => Promise<void>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export type CopyResult =
  | { readonly copied: true }
  | { readonly copied: false; readonly reason: 'not-focused' | 'blocked' };

/** Long enough for a window that is just coming to the front, short enough to be announced instead. */
export const FOCUS_WAIT_MS = 2000;
export const FOCUS_POLL_MS = 50;

export async function copyImage(png: Blob, world: ClipboardWorld = page): Promise<CopyResult> {
  world.takeFocus();
  if (!(await isFocusedInTime(world))) return { copied: false, reason: 'not-focused' };
  try {
    await world.write(png);
    return { copied: true };
  } catch {
    // Judged by the state, not by the message: the same NotAllowedError stands for both.
    return { copied: false, reason: world.hasFocus() ? 'blocked' : 'not-focused' };
  }
}

async function isFocusedInTime(world: ClipboardWorld): Promise<boolean> {
  const deadline = world.now() + FOCUS_WAIT_MS;
  while (!world.hasFocus()) {
    if (world.now() >= deadline) return false;
    await world.sleep(FOCUS_POLL_MS);
  }
  return true;
}

const page: ClipboardWorld = {
  takeFocus: () => window.focus(),
  hasFocus: () => document.hasFocus() && document.visibilityState === 'visible',
  write: (png) => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]),
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
