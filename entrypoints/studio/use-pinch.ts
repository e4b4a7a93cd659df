/** Two fingers on the stage: they zoom about the place between them, and move it. What the first had begun is called off. */
import { type RefObject, useEffect } from 'react';
import { middleOf, type Point, parted } from './pinch';

interface Finger extends Point {
  readonly id: number;
  /** What it was put on. */
  readonly target: EventTarget | null;
}

export interface Pinch {
  begin(middle: Point): void;
  /** @param factor how many times further apart they are than a moment ago @param middle between them now */
  go(factor: number, middle: Point): void;
}

/** @param pinch the same object each time, or the fingers are forgotten */
export function usePinch(stage: RefObject<HTMLElement | null>, pinch: Pinch): void {
  useEffect(() => {
    const stop = new AbortController();
    const listener = createListener(pinch);
    // Before whatever lies on the picture hears of it.
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
      stage.current?.addEventListener(type, listener, { capture: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, [stage, pinch]);
}

function createListener(pinch: Pinch): (event: PointerEvent) => void {
  let fingers: readonly Finger[] = [];

  function put(event: PointerEvent): void {
    const [first] = fingers;
    fingers = [...fingers, { id: event.pointerId, target: event.target, x: event.clientX, y: event.clientY }];
    if (!first) return;
    event.stopPropagation();
    pinch.begin(middleOf(fingers));
    // No stroke, and no drag: this was the beginning of a pinch.
    first.target?.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: first.id }));
  }

  function move(event: PointerEvent): void {
    const before = fingers;
    const there = { x: event.clientX, y: event.clientY };
    fingers = before.map((finger) => (finger.id === event.pointerId ? { ...finger, ...there } : finger));
    if (fingers.length < 2) return;
    event.stopPropagation();
    pinch.go(parted(before, fingers), middleOf(fingers));
  }

  function lift(event: PointerEvent): void {
    if (fingers.length > 1) event.stopPropagation();
    fingers = fingers.filter(({ id }) => id !== event.pointerId);
  }

  return (event) => {
    if (!event.isTrusted || event.pointerType !== 'touch') return;
    if (event.type === 'pointerdown') put(event);
    else if (event.type === 'pointermove') move(event);
    else lift(event);
  };
}
