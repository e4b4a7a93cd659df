import { describe, expect, it } from 'vitest';
import { rememberClicks } from '@/entrypoints/content/clicked';
import { keepFocus } from '@/entrypoints/content/focus-keeper';
import { FakeElement, openPage } from './page';

/** A right click by the user's own hand; each test changes one thing. */
const click = (change: object = {}) => {
  return { isTrusted: true, clientX: 12, clientY: 34, composedPath: () => [target, new FakeElement()], ...change };
};
const target = new FakeElement();

describe('the last right click', () => {
  it('is remembered with its place and the innermost element', () => {
    const { user } = openPage();
    const clicked = rememberClicks(new AbortController().signal);
    user('contextmenu', click());
    expect(clicked()).toEqual({ x: 12, y: 34, target });
  });

  it('is none before there was one', () => {
    openPage();
    expect(rememberClicks(new AbortController().signal)()).toBeNull();
  });

  it('is replaced by the next', () => {
    const { user } = openPage();
    const clicked = rememberClicks(new AbortController().signal);
    user('contextmenu', click());
    user('contextmenu', click({ clientX: 99 }));
    expect(clicked()).toMatchObject({ x: 99 });
  });

  it('is not one that the page made up', () => {
    const { user } = openPage();
    const clicked = rememberClicks(new AbortController().signal);
    user('contextmenu', click());
    user('contextmenu', click({ isTrusted: false, clientX: 99 }));
    expect(clicked()).toMatchObject({ x: 12 });
  });

  it('may have been on no element at all', () => {
    const { user } = openPage();
    const clicked = rememberClicks(new AbortController().signal);
    user('contextmenu', click({ composedPath: () => [{}] }));
    expect(clicked()).toEqual({ x: 12, y: 34, target: null });
  });

  it('is no longer followed once the script is stopped', () => {
    const { user } = openPage();
    const stop = new AbortController();
    const clicked = rememberClicks(stop.signal);
    stop.abort();
    user('contextmenu', click());
    expect(clicked()).toBeNull();
  });
});

describe('the focus that a card borrows', () => {
  const card = new FakeElement();

  function page() {
    const { document, windowFocus, user } = openPage();
    const focus = keepFocus((element) => (element as unknown) === card, new AbortController().signal);
    /** The element has the focus, and the page has heard of it in this way, or not at all. */
    async function focused(element: FakeElement | null, heardAs: string | null): Promise<void> {
      document.activeElement = element as never;
      if (heardAs) user(heardAs, {});
      await new Promise((resolve) => setTimeout(resolve));
    }
    return { document, windowFocus, focus, focused };
  }

  it.each([
    ['an element', 'focusin'],
    ['a frame of the page', 'blur'],
  ])('goes back to what had it: %s', async (_, heardAs) => {
    const { windowFocus, focus, focused } = page();
    const before = new FakeElement();
    await focused(before, heardAs);
    await focused(card, 'focusout');
    focus.restore();
    expect(before.focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
    expect(windowFocus).toHaveBeenCalledOnce();
  });

  it('goes back into a frame also when the page heard nothing of its loss', async () => {
    const { focus, focused } = page();
    const frame = new FakeElement();
    await focused(frame, 'blur');
    await focused(card, null);
    focus.restore();
    expect(frame.focus).toHaveBeenCalledOnce();
  });

  it('goes to the page, not to a field that the user had left before', async () => {
    const { document, focus, focused } = page();
    const field = new FakeElement();
    await focused(field, 'focusin');
    await focused(null, 'focusout');
    await focused(card, null);
    focus.restore();
    expect(field.focus).not.toHaveBeenCalled();
    expect(document.body.focus).toHaveBeenCalledOnce();
  });

  it('is not taken from what the user has clicked since', async () => {
    const { focus, focused } = page();
    const [field, other] = [new FakeElement(), new FakeElement()];
    await focused(field, 'focusin');
    await focused(card, 'focusout');
    await focused(other, 'focusin');
    focus.restore();
    expect(field.focus).not.toHaveBeenCalled();
    expect(other.focus).not.toHaveBeenCalled();
  });
});
