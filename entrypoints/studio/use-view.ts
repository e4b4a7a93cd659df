/** Zoom about the pointer and pan, in a stage that scrolls. The size itself is CSS (`--zoom`). */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Point } from './pinch';
import { type Pinch, usePinch } from './use-pinch';
import { wheelZoom, type ZoomBy } from './zoom';

/** A point of the picture, in shares of it, and where in the window it is to stay. */
interface Anchor {
  readonly shares: readonly [number, number];
  readonly client: readonly [number, number];
}

export interface View {
  readonly stage: RefObject<HTMLElement | null>;
  readonly easel: RefObject<HTMLDivElement | null>;
  /** While Space is held: the next drag moves the view, whatever lies under the pointer. */
  readonly isPanning: boolean;
  /** Follows a pointer that is down until it is let go. */
  pan(pointerId: number): void;
}

export function useView(zoom: number, onZoom: (by: ZoomBy) => void): View {
  const stage = useRef<HTMLElement>(null);
  const easel = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  useKeepsMiddle(stage, easel, anchor);
  const settle = useCallback(() => scrollTo(stage.current, easel.current, anchor.current), []);
  const zoomAbout = useCallback(
    (next: Anchor | null, by: ZoomBy) => {
      anchor.current = next;
      // At once: by the next frame the middle would be the anchor again.
      flushSync(() => onZoom(by));
    },
    [onZoom],
  );
  useWheelZoom(stage, easel, zoomAbout);
  usePinch(stage, useTwoFingers(easel, zoomAbout, settle));
  useLayoutEffect(settle, [zoom]);
  return { stage, easel, isPanning: useSpaceHeld(stage), pan: (pointerId) => pan(stage.current, pointerId) };
}

function anchorAt(easel: HTMLElement | null, x: number, y: number): Anchor | null {
  const box = easel?.getBoundingClientRect();
  return box ? { client: [x, y], shares: [(x - box.left) / box.width, (y - box.top) / box.height] } : null;
}

function scrollTo(stage: HTMLElement | null, easel: HTMLElement | null, anchor: Anchor | null): void {
  const box = easel?.getBoundingClientRect();
  if (!stage || !box || !anchor) return;
  const { shares, client } = anchor;
  stage.scrollBy(box.left + shares[0] * box.width - client[0], box.top + shares[1] * box.height - client[1]);
}

type Ref<Element> = RefObject<Element | null>;
type ZoomAbout = (anchor: Anchor | null, by: ZoomBy) => void;

/** What was between the fingers at first stays there, also where the picture had no room to follow for a while. */
function useTwoFingers(easel: Ref<HTMLElement>, zoomAbout: ZoomAbout, settle: () => void): Pinch {
  const held = useRef<Anchor | null>(null);
  return useMemo(
    () => ({
      begin({ x, y }: Point) {
        held.current = anchorAt(easel.current, x, y);
      },
      go(factor: number, { x, y }: Point) {
        zoomAbout(held.current && { ...held.current, client: [x, y] }, factor);
        settle(); // also where it could be made no larger or smaller
      },
    }),
    [easel, zoomAbout, settle],
  );
}

/** Without a pointer what is in the middle of the stage stays there. */
function useKeepsMiddle(stage: Ref<HTMLElement>, easel: Ref<HTMLElement>, anchor: { current: Anchor | null }): void {
  useEffect(() => {
    const element = stage.current;
    const note = () => {
      const box = element?.getBoundingClientRect();
      if (box) anchor.current = anchorAt(easel.current, box.left + box.width / 2, box.top + box.height / 2);
    };
    const watch = new ResizeObserver(note);
    for (const each of [element, easel.current]) if (each) watch.observe(each);
    element?.addEventListener('scroll', note);
    return () => {
      watch.disconnect();
      element?.removeEventListener('scroll', note);
    };
  }, [stage, easel, anchor]);
}

/** Ctrl and the wheel, which is also what a pinch on a touchpad is. React listens passively, so it could not keep the page still. */
function useWheelZoom(stage: Ref<HTMLElement>, easel: Ref<HTMLElement>, zoomAbout: ZoomAbout): void {
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomAbout(anchorAt(easel.current, event.clientX, event.clientY), wheelZoom(event.deltaY));
    };
    const element = stage.current;
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [stage, easel, zoomAbout]);
}

/** Not over a button, which Space presses, nor where it has been used already. */
function useSpaceHeld(stage: Ref<HTMLElement>): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const isHere = event.target === document.body || stage.current?.contains(event.target as Node);
      if (event.key !== ' ' || event.defaultPrevented || !isHere || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      setHeld(true);
    };
    const up = ({ key }: KeyboardEvent) => key === ' ' && setHeld(false);
    const leave = () => setHeld(false);
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('blur', leave);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
      removeEventListener('blur', leave);
    };
  }, [stage]);
  return isHeld;
}

function pan(stage: HTMLElement | null, pointerId: number): void {
  if (!stage) return;
  const follow = (event: PointerEvent) => {
    if (event.pointerId === pointerId) stage.scrollBy(-event.movementX, -event.movementY);
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    removeEventListener('pointermove', follow);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
  };
  addEventListener('pointermove', follow);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}
