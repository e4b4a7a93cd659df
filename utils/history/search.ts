/** Which cutouts somebody looks for: by words, day, page and pin. Pure; it sees of an entry only what it needs. */

/** What can be looked for in one cutout. */
export interface Searchable {
  /** The local day it was made on, as of `dayOf`. */
  readonly day: string;
  /** Of the page, or null where there was none or it is not known. */
  readonly host: string | null;
  /** Name and host, as `fold` makes them. */
  readonly folded: string;
  readonly isPinned: boolean;
}

export interface Filter {
  readonly text: string;
  /** First and last day, both included; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** `''` for cutouts of no page; null for all. */
  readonly host: string | null;
  readonly pinnedOnly: boolean;
}

export const NO_FILTER: Filter = { text: '', from: null, to: null, host: null, pinnedOnly: false };

export interface HostCount {
  /** `''` for cutouts of no page. */
  readonly host: string;
  readonly count: number;
}

/** Latin, Greek and Cyrillic accents; signs of other scripts are letters of their own and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Makes texts alike that people hold to be the same: without case, accents, or the width of East Asian fonts. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '');
  // Up first: `ß` is `SS` only there. The final sigma is a sigma.
  return plain.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

export function foldedWords({ name, host }: { readonly name: string; readonly host: string | null }): string {
  // Words do not reach from one into the other.
  return fold(`${name}\n${host ?? ''}`);
}

export function isNarrowed(filter: Filter): boolean {
  return filter.text.trim() !== '' || filter.from !== null || filter.to !== null || hasSwitches(filter);
}

function hasSwitches({ host, pinnedOnly }: Filter): boolean {
  return host !== null || pinnedOnly;
}

/** Those that the filter lets through, in their order. */
export function search<Item extends Searchable>(items: readonly Item[], filter: Filter): readonly Item[] {
  if (!isNarrowed(filter)) return items;
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (filter.pinnedOnly && !item.isPinned) return false;
    if (filter.host !== null && filter.host !== (item.host ?? '')) return false;
    return isInDays(item.day, filter) && words.every((word) => item.folded.includes(word));
  });
}

function isInDays(day: string, { from, to }: Filter): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

/** Pages with their counts, the most frequent first, whatever page is chosen now; no page comes last. */
export function countHosts(items: readonly Searchable[], filter: Filter): HostCount[] {
  const groups = Map.groupBy(search(items, { ...filter, host: null }), ({ host }) => host ?? '');
  const counts = [...groups].map(([host, group]) => ({ host, count: group.length }));
  return counts.sort((a, b) => Number(a.host === '') - Number(b.host === '') || b.count - a.count || byName(a, b));
}

function byName(a: HostCount, b: HostCount): number {
  return a.host < b.host ? -1 : 1;
}
