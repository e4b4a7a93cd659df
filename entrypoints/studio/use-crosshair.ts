/** A place on the picture that arrow keys move: for who paints or picks without a pointer. */
import { type KeyboardEvent, useState } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import { arrowOf, type Shares, stepped } from './brush';
import { percent } from './Field';

export interface CrosshairUse {
  readonly size: Size;
  /** Space or Enter. @returns what has happened, to be said */
  readonly onPress: (at: Shares) => string;
  /** Shift and an arrow. */
  readonly onLine?: (from: Shares, to: Shares) => void;
}

export function useCrosshair({ size, onPress, onLine }: CrosshairUse) {
  /** Null until an arrow key asks for it. */
  const [at, setAt] = useState<Shares | null>(null);
  const [said, setSaid] = useState('');
  const step = (arrow: readonly [number, number], isLine: boolean) => {
    const next = at ? stepped(at, arrow, size) : ([0.5, 0.5] as const);
    if (at && isLine) onLine?.(at, next);
    setAt(next);
    setSaid(say('studio.crossAt', { x: percent(next[0]), y: percent(next[1]) }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event.key);
    const isPress = at && (event.key === ' ' || event.key === 'Enter');
    if (event.ctrlKey || event.metaKey || event.altKey || !(arrow || isPress)) return;
    event.preventDefault();
    if (arrow) step(arrow, event.shiftKey);
    else if (at && !event.repeat) setSaid(onPress(at));
  };
  return { at, said, setSaid, onKeyDown, hide: () => setAt(null) };
}
