/**
 * Gives the page its focus back after the card has borrowed it for the clipboard. A page hears little of focus that moves
 * between frames, and a frame that loses it forgets which element had it; so every frame notes that for itself.
 */
const RETURN_TRIES = 10;
const RETURN_EVERY_MS = 20;

export function keepFocus(isHost: (element: Element | null) => boolean, signal: AbortSignal): { restore(): void } {
  let focused: Element | null = null;
  // Afterwards: while the event runs, nothing has the focus. A frame without it keeps what it had.
  const note = () =>
    setTimeout(() => {
      if (document.hasFocus() && !isHost(document.activeElement)) focused = document.activeElement;
    });
  for (const type of ['focusin', 'focusout', 'blur']) window.addEventListener(type, note, { signal });
  note();

  function refocus(): void {
    ((focused ?? document.body) as HTMLElement).focus({ preventScroll: true });
  }

  /** In a frame of the page: the top document's turn comes first, in another process. */
  function refocusInFrame(tries: number): void {
    if (document.hasFocus()) refocus();
    else if (tries > 0) setTimeout(() => refocusInFrame(tries - 1), RETURN_EVERY_MS);
  }

  return {
    restore() {
      if (window !== top) return refocusInFrame(RETURN_TRIES);
      const borrowed = isHost(document.activeElement);
      window.focus(); // first: it would take the focus from a frame of the page again
      if (borrowed) refocus();
    },
  };
}
