/** Unlimited undo and redo of values that never change. Pure. */

export interface Timeline<Value> {
  /** Oldest first. */
  readonly past: readonly Value[];
  readonly now: Value;
  /** Next first. */
  readonly future: readonly Value[];
}

export const begin = <Value>(now: Value): Timeline<Value> => ({ past: [], now, future: [] });

/** A step forward; what had been undone is gone. */
export function commit<Value>({ past, now }: Timeline<Value>, next: Value): Timeline<Value> {
  return { past: [...past, now], now: next, future: [] };
}

/** The same timeline where there is nothing to undo. */
export function undo<Value>(line: Timeline<Value>): Timeline<Value> {
  const before = line.past.at(-1);
  return before === undefined
    ? line
    : { past: line.past.slice(0, -1), now: before, future: [line.now, ...line.future] };
}

export function redo<Value>(line: Timeline<Value>): Timeline<Value> {
  const [next, ...future] = line.future;
  return next === undefined ? line : { past: [...line.past, line.now], now: next, future };
}
