/** Zoom about the pointer and pan, in a stage that scrolls. The size itself is CSS (`--zoom`). */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  useWheelZoom(stage, easel, anchor, onZoom);
  useLayoutEffect(() => {
    const box = easel.current?.getBoundingClientRect();
    if (!box || !anchor.current) return;
    const { shares, client } = anchor.current;
    stage.current?.scrollBy(box.left + shares[0] * box.width - client[0], box.top + shares[1] * box.height - client[1]);
  }, [zoom]);
  return { stage, easel, isPanning: useSpaceHeld(stage), pan: (pointerId) => pan(stage.current, pointerId) };
}

function anchorAt(easel: HTMLElement | null, x: number, y: number): Anchor | null {
  const box = easel?.getBoundingClientRect();
  return box ? { client: [x, y], shares: [(x - box.left) / box.width, (y - box.top) / box.height] } : null;
}

type Ref<Element> = RefObject<Element | null>;

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
function useWheelZoom(
  stage: Ref<HTMLElement>,
  easel: Ref<HTMLElement>,
  anchor: { current: Anchor | null },
  onZoom: (by: ZoomBy) => void,
): void {
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      anchor.current = anchorAt(easel.current, event.clientX, event.clientY);
      onZoom(wheelZoom(event.deltaY));
    };
    const element = stage.current;
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [stage, easel, anchor, onZoom]);
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
