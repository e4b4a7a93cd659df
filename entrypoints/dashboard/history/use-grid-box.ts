/** How the grid fits into the page: columns, height of a row, and where it begins. It measures, and moves nothing. */
import { type RefObject, useLayoutEffect, useState } from 'react';

export interface GridBox {
  readonly columns: number;
  /** Of one row with its gap, px. */
  readonly rowHeight: number;
  /** From the page's beginning, px. */
  readonly top: number;
}

const NARROWEST_PX = 150;
const GAP_PX = 12;
/** Name and page below the picture, which is a square; history.css says the same. */
const CAPTION_PX = 46;

/** How many columns fit, and where the grid begins; follows the window and whatever stands above. */
export function useGridBox(grid: RefObject<HTMLElement | null>): GridBox | null {
  const [box, setBox] = useState<GridBox | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      if (!grid.current) return;
      const { width, top } = grid.current.getBoundingClientRect();
      const next = { ...boxOf(width), top: Math.round(top + scrollY) };
      setBox((last) => (last && isSame(last, next) ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [document.body, grid.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return box;
}

function boxOf(width: number): Pick<GridBox, 'columns' | 'rowHeight'> {
  const columns = Math.max(2, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX)));
  const cell = (width - GAP_PX * (columns - 1)) / columns;
  return { columns, rowHeight: Math.round(cell + CAPTION_PX + GAP_PX) };
}

function isSame(a: GridBox, b: GridBox): boolean {
  return a.columns === b.columns && a.rowHeight === b.rowHeight && a.top === b.top;
}
