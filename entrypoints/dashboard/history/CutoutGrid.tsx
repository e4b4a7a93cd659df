/**
 * Thousands of cutouts by day, of which only what is in sight is in the page. Clicks and keys are understood here, for all
 * cells; what they do is asked of whoever has the cutouts.
 */
// biome-ignore-all lint/a11y/useSemanticElements: a table lays out its own rows, and those of a virtual list are placed

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { say } from '@/utils/i18n/say';
import type { Cutout } from './cutout';
import { GridLine } from './GridLine';
import { askOf, type GridAsk } from './grid-keys';
import { type GridRow, rowOf, stepFrom, toRows } from './grid-rows';
import type { Previews } from './previews';
import { extend, NOTHING, type Selection, selectAll, toggle } from './selection';
import { type GridBox, useGridBox } from './use-grid-box';
import { useGridFocus } from './use-grid-focus';

export interface CutoutGridProps {
  readonly cutouts: readonly Cutout[];
  readonly today: string;
  readonly previews: Previews;
  readonly selection: Selection;
  /** A new object: this one is to have the focus. */
  readonly focusOn: { readonly id: string } | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (id: string) => void;
  readonly onDelete: (ids: readonly string[]) => void;
}

const DAY_PX = 44;
const NO_BOX: GridBox = { columns: 4, rowHeight: 200, top: 0 };
/** The page's head and the selection's bar cover what is at the edges, px. */
const COVERED_PX = 72;

export function CutoutGrid(props: CutoutGridProps) {
  const { cutouts, today, previews, selection, focusOn } = props;
  const grid = useRef<HTMLDivElement>(null);
  const box = useGridBox(grid) ?? NO_BOX;
  const rows = useMemo(() => toRows(cutouts, box.columns), [cutouts, box.columns]);
  const focus = useGridFocus(grid, cutouts);
  const virtual = useVirtualRows(rows, box, focus.tabStop);
  const moveTo = (id: string) => {
    const row = rowOf(rows, id);
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' });
    focus.moveTo(id);
  };
  useEffect(() => {
    if (focusOn) moveTo(focusOn.id);
  }, [focusOn]);
  const { onClick, onKeyDown } = useGridActions(props, rows, moveTo);
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={say('history.grid')}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-colcount={box.columns}
      className="grid"
      data-selecting={selection.ids.size > 0 || undefined}
      style={{ blockSize: virtual.getTotalSize(), '--columns': box.columns } as object}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => focus.follow(target.dataset.id ?? focus.tabStop)}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        const line = { index, start: start - box.top, today, previews, selected: selection.ids };
        return row && <GridLine key={key} row={row} tabStop={focus.tabStop} {...line} />;
      })}
    </div>
  );
}

function useVirtualRows(rows: readonly GridRow<Cutout>[], { rowHeight, top }: GridBox, tabStop: string | null) {
  const held = useMemo(() => rowOf(rows, tabStop), [rows, tabStop]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? DAY_PX : rowHeight),
    getItemKey: (index) => keyOf(rows[index]) ?? index,
    overscan: 3,
    scrollMargin: top,
    scrollPaddingStart: COVERED_PX,
    scrollPaddingEnd: COVERED_PX,
    useFlushSync: false,
    // The row with the focus stays in the page, or a keyboard would begin anew at the top.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return held < 0 || shown.includes(held) ? shown : [...shown, held].sort((a, b) => a - b);
    },
  });
  // Sizes are remembered by place: they change with the columns, and with what stands where.
  useEffect(() => virtual.measure(), [virtual, rows, rowHeight]);
  return virtual;
}

function keyOf(row: GridRow<Cutout> | undefined): string | undefined {
  return row?.kind === 'day' ? row.day : row?.items[0]?.id;
}

function useGridActions(
  { cutouts, selection, onSelect, onOpen, onDelete }: CutoutGridProps,
  rows: readonly GridRow<Cutout>[],
  moveTo: (id: string) => void,
) {
  const order = () => cutouts.map(({ id }) => id);
  const onClick = (event: MouseEvent) => {
    const id = idOf(event.target);
    if (id === null) return;
    const isTick = event.target instanceof Element && event.target.closest('[data-tick]') !== null;
    if (event.shiftKey) onSelect(extend(selection, id, order()));
    else if (isTick || event.ctrlKey || event.metaKey || selection.ids.size > 0) onSelect(toggle(selection, id));
    else onOpen(id);
  };
  const asked: Readonly<Record<Exclude<GridAsk['kind'], 'move'>, (id: string) => void>> = {
    open: onOpen,
    select: (id) => onSelect(toggle(selection, id)),
    'select-all': () => onSelect(selectAll(order())),
    clear: () => onSelect(NOTHING),
    delete: (id) => onDelete(selection.ids.size > 0 ? [...selection.ids] : [id]),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = idOf(event.target);
    const ask = askOf(event, getComputedStyle(event.currentTarget).direction === 'rtl');
    if (id === null || !ask) return;
    event.preventDefault();
    if (ask.kind !== 'move') return asked[ask.kind](id);
    const target = stepFrom(rows, id, ask.step);
    if (target === null) return;
    if (ask.extends)
      onSelect(extend(selection.anchor === null ? { ...selection, anchor: id } : selection, target, order()));
    moveTo(target);
  };
  return { onClick, onKeyDown };
}

function idOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null) : null;
}
