import { useEffect } from 'react';
import type { Screen } from './screen';

/** Long enough to read one word. */
const CANCELLED_MS = 600;

/** Esc closes the card; a cancelled one closes itself. */
export function useClosing(kind: Screen['kind'], close: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      if (!document.querySelector(':popover-open')) close(); // Esc is the menu's then
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close]);

  useEffect(() => {
    if (kind !== 'cancelled') return;
    const timer = setTimeout(close, CANCELLED_MS);
    return () => clearTimeout(timer);
  }, [kind, close]);
}
