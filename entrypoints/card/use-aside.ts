/** What the card's menu did, shown instead of the job until it is undone: the cutout removed, or the card off on this site. */
import { useState } from 'react';
import type { CardPort } from './background-port';

export type Aside = { readonly kind: 'removed'; readonly isLost: boolean } | { readonly kind: 'off' } | null;

export function useAside(port: CardPort) {
  const [aside, setAside] = useState<Aside>(null);

  async function remove(): Promise<void> {
    const { removed } = await port.remove().catch(() => ({ removed: false }));
    if (removed) setAside({ kind: 'removed', isLost: false });
  }

  async function turnOff(): Promise<void> {
    const { turned } = await port.turn(true).catch(() => ({ turned: false }));
    if (turned) setAside({ kind: 'off' });
  }

  async function undo(): Promise<void> {
    if (aside?.kind === 'off') {
      const { turned } = await port.turn(false).catch(() => ({ turned: false }));
      if (turned) setAside(null);
    } else {
      const answer = await port.restore().catch(() => null); // not reached: Undo is still there
      if (answer) setAside(answer.restored ? null : { kind: 'removed', isLost: true });
    }
  }

  return { aside, remove, turnOff, undo };
}
