/**
 * Gives the page its focus back after the card has borrowed it for the clipboard. Focus moves into a frame without a
 * word to the page, so the element that had it is only known from its loss.
 */
export function keepFocus(isHost: (element: Element | null) => boolean, signal: AbortSignal): { restore(): void } {
  let lost: HTMLElement | null = null;
  const onFocusOut = ({ target }: FocusEvent) => {
    lost = target instanceof HTMLElement ? target : null;
  };
  window.addEventListener('focusout', onFocusOut, { capture: true, signal });
  return {
    restore() {
      if (isHost(document.activeElement)) (lost ?? document.body)?.focus({ preventScroll: true });
      window.focus();
    },
  };
}
