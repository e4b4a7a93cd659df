/** One cell of the grid has the focus, wherever the list is scrolled to. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Cutout } from './cutout';

export function useGridFocus(grid: RefObject<HTMLElement | null>, cutouts: readonly Cutout[]) {
  // A new object each time: the same cell may have to be focused again.
  const [{ id: wished }, setPlace] = useState<{ readonly id: string | null }>({ id: null });
  const isWanted = useRef(false);
  const isThere = wished !== null && cutouts.some(({ id }) => id === wished);
  const tabStop = isThere ? wished : (cutouts[0]?.id ?? null);
  // The cell may be drawn a frame after it was asked for: each rendering looks.
  useEffect(() => {
    if (!isWanted.current || !isThere || tabStop === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(tabStop)}"]`);
    if (!cell) return;
    isWanted.current = false;
    cell.focus({ preventScroll: true });
  });
  const moveTo = (id: string) => {
    isWanted.current = true;
    setPlace({ id });
  };
  const follow = (id: string | null) => {
    if (id !== wished) setPlace({ id });
  };
  return { tabStop, moveTo, follow };
}
