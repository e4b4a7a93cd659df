/** What is selected, and from where a range goes on. Pure. */

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The last that was chosen by itself. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Adds everything between the anchor and `id`, in the order that is seen. */
export function extend(selection: Selection, id: string, order: readonly string[]): Selection {
  const ends = [order.indexOf(selection.anchor ?? id), order.indexOf(id)];
  if (ends.includes(-1)) return { ids: new Set([...selection.ids, id]), anchor: id };
  const range = order.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor ?? id };
}

export function selectAll(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order[0] ?? null };
}

/** Without what is not seen any more: nobody deletes what a filter hides. */
export function within(selection: Selection, order: readonly string[]): Selection {
  if (selection.ids.size === 0) return selection;
  const ids = new Set(order.filter((id) => selection.ids.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
