/** What a key asks of the grid. Pure. */
import type { Step } from './grid-rows';

export interface Move {
  readonly kind: 'move';
  readonly step: Step;
  /** The selection, on the way. */
  readonly extends: boolean;
}

export type GridAsk = Move | { readonly kind: 'open' | 'select' | 'select-all' | 'delete' | 'clear' };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 'below',
  ArrowUp: 'above',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'row-start',
  End: 'row-end',
};
const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
const ENDS: Readonly<Record<string, Step>> = { Home: 'first', End: 'last' };
const ASKS = { Enter: 'open', ' ': 'select', Delete: 'delete', Backspace: 'delete', Escape: 'clear' } as const;

/** Null for what is none of the grid's business. */
export function askOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, isRtl: boolean): GridAsk | null {
  if (altKey) return null;
  const hasControl = ctrlKey || metaKey;
  const step = hasControl ? ENDS[key] : STEPS[isRtl ? (MIRRORED[key] ?? key) : key];
  if (step) return { kind: 'move', step, extends: shiftKey };
  if (hasControl) return key.toLowerCase() === 'a' ? { kind: 'select-all' } : null;
  return Object.hasOwn(ASKS, key) ? { kind: ASKS[key as keyof typeof ASKS] } : null;
}
