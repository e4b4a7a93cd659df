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
    return { document, windowFocus, user, focus };
  }

  it('goes back to the element that lost it', () => {
    const { document, windowFocus, user, focus } = page();
    const field = new FakeElement();
    user('focusout', { target: field });
    document.activeElement = card;
    focus.restore();
    expect(field.focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
    expect(windowFocus).toHaveBeenCalledOnce();
  });

  it('goes to the page when no element had it', () => {
    const { document, focus } = page();
    document.activeElement = card;
    focus.restore();
    expect(document.body.focus).toHaveBeenCalledOnce();
  });

  it('is not taken from what the user has clicked since', () => {
    const { document, user, focus } = page();
    const [field, other] = [new FakeElement(), new FakeElement()];
    user('focusout', { target: field });
    document.activeElement = other;
    focus.restore();
    expect(field.focus).not.toHaveBeenCalled();
    expect(other.focus).not.toHaveBeenCalled();
  });
});
