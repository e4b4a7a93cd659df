/**
 * Gives the page its focus back after the card has borrowed it for the clipboard. A page hears little of focus that moves
 * into a frame, and nothing of a move from one frame to another, so what has it is noted whenever anything moves.
 */
export function keepFocus(isHost: (element: Element | null) => boolean, signal: AbortSignal): { restore(): void } {
  let focused: Element | null = null;
  // Afterwards: while the event runs, nothing has the focus.
  const note = () =>
    setTimeout(() => {
      if (!isHost(document.activeElement)) focused = document.activeElement;
    });
  for (const type of ['focusin', 'focusout', 'blur']) window.addEventListener(type, note, { signal });
  note();
  return {
    restore() {
      if (isHost(document.activeElement)) ((focused ?? document.body) as HTMLElement).focus({ preventScroll: true });
      window.focus();
    },
  };
}
