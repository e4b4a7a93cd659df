/** Moving the card: its header with the pointer, its handle with the arrow keys. The page's side holds the frame. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { CardMove, Side } from '@/utils/messaging';
import type { Corner } from '@/utils/settings/cards';
import { newestOnly } from '@/utils/single-flight';
import type { CardPort } from './background-port';

/** CSS pixels: less is a click with an unsteady hand. */
const THRESHOLD = 4;
const SIDES: Readonly<Record<string, Side>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function useMove(port: Pick<CardPort, 'move'>) {
  const [corner, setCorner] = useState<Corner | null>(null);
  const from = useRef<{ readonly x: number; readonly y: number; isMoving: boolean } | null>(null);
  const send = useMemo(() => oneAtATime(port.move, setCorner), [port]);

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const isOnButton = event.target instanceof Element && event.target.closest('button:not(.grip), [popover]');
    if (!event.nativeEvent.isTrusted || event.button !== 0 || isOnButton) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.screenX, y: event.screenY, isMoving: false };
  }

  /** Measured on the screen: the frame itself moves below the pointer. */
  function onPointerMove(event: PointerEvent): void {
    if (!from.current) return;
    const [x, y] = [event.screenX - from.current.x, event.screenY - from.current.y];
    from.current.isMoving ||= Math.hypot(x, y) >= THRESHOLD;
    if (from.current.isMoving) send({ kind: 'by', x, y });
  }

  function onPointerUp(): void {
    if (from.current?.isMoving) send({ kind: 'drop' });
    from.current = null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const side = SIDES[event.key];
    if (!side || !event.nativeEvent.isTrusted) return;
    event.preventDefault();
    send({ kind: 'towards', side });
  }

  const drag = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
  return { corner, drag, onKeyDown };
}

/** Of steps that come while one is on its way, only the newest goes: the card must not lag behind the hand. */
function oneAtATime(move: CardPort['move'], onCorner: (corner: Corner) => void): (next: CardMove) => void {
  return newestOnly(async (step) => {
    const { corner } = await move(step).catch(() => ({ corner: null }));
    if (corner) onCorner(corner);
  });
}
