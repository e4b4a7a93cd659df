/** Where each cutout stands in the grid: days one below the other, each in rows of so many columns. Pure. */

export interface Dated {
  readonly id: string;
  readonly day: string;
}

export type GridRow<Item extends Dated> =
  | { readonly kind: 'day'; readonly day: string; readonly count: number }
  | { readonly kind: 'cutouts'; readonly items: readonly Item[] };

/** @param items in order, those of a day together */
export function toRows<Item extends Dated>(items: readonly Item[], columns: number): GridRow<Item>[] {
  const rows: GridRow<Item>[] = [];
  for (let from = 0; from < items.length; ) {
    const day = items[from]?.day ?? '';
    let to = from + 1;
    while (items[to]?.day === day) to++;
    rows.push({ kind: 'day', day, count: to - from });
    for (let at = from; at < to; at += columns) {
      rows.push({ kind: 'cutouts', items: items.slice(at, Math.min(to, at + columns)) });
    }
    from = to;
  }
  return rows;
}

/** Index of the row in which something stands, or -1. */
export function rowOf(rows: readonly GridRow<Dated>[], id: string | null): number {
  return rows.findIndex((row) => row.kind === 'cutouts' && row.items.some((item) => item.id === id));
}

export type Step = 'next' | 'previous' | 'below' | 'above' | 'row-start' | 'row-end' | 'first' | 'last';

/** Where a step from `id` leads; at an edge it stays. Null when `id` is nowhere. */
export function stepFrom(rows: readonly GridRow<Dated>[], id: string, step: Step): string | null {
  const lines = rows.flatMap((row) => (row.kind === 'cutouts' ? [row.items] : []));
  const all = lines.flat();
  const at = all.findIndex((item) => item.id === id);
  const line = lines.findIndex((items) => items.some((item) => item.id === id));
  const column = lines[line]?.findIndex((item) => item.id === id) ?? -1;
  if (column < 0) return null;
  const beside = (items: readonly Dated[] | undefined) => items?.[Math.min(column, items.length - 1)];
  const target: Record<Step, Dated | undefined> = {
    next: all[at + 1],
    previous: all[at - 1],
    below: beside(lines[line + 1]),
    above: beside(lines[line - 1]),
    'row-start': lines[line]?.[0],
    'row-end': lines[line]?.at(-1),
    first: all[0],
    last: all.at(-1),
  };
  return target[step]?.id ?? id;
}

/** Who takes the focus when some go: the first that stays after them, or else before them. */
export function heirOf(items: readonly Dated[], gone: ReadonlySet<string>): string | null {
  const last = items.findLastIndex(({ id }) => gone.has(id));
  const stays = ({ id }: Dated) => !gone.has(id);
  return (items.slice(last + 1).find(stays) ?? items.slice(0, Math.max(0, last)).findLast(stays))?.id ?? null;
}
