import { useEffect } from 'react';
import type { CardPort } from './background-port';
import { whenVisible } from './when-visible';

/** A failure that was read on the card needs no notification. */
export function useSeen(port: CardPort, isFailed: boolean) {
  useEffect(() => {
    if (!isFailed) return;
    return whenVisible(() => void port.reportSeen().catch(() => undefined));
  }, [port, isFailed]);
}
