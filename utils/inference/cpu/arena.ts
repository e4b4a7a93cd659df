/** Gives buffers that are needed at different times the same memory. Pure. */

export interface Need {
  readonly bytes: number;
  /** Indices of the first and the last step that touch it. */
  readonly from: number;
  readonly until: number;
}

const ALIGNMENT = 64;

/**
 * First fit, in order of first use.
 *
 * @returns the address of each buffer from 0 on, and the bytes that all of them take
 */
export function placeAll<Key>(needs: ReadonlyMap<Key, Need>): { at: Map<Key, number>; bytes: number } {
  const at = new Map<Key, number>();
  const placed: { need: Need; start: number; end: number }[] = [];
  for (const [key, need] of [...needs].sort(([, a], [, b]) => a.from - b.from)) {
    const length = Math.ceil(need.bytes / ALIGNMENT) * ALIGNMENT;
    const busy = placed.filter((each) => each.need.from <= need.until && need.from <= each.need.until);
    let start = 0;
    for (const each of busy.sort((a, b) => a.start - b.start)) {
      if (each.start - start >= length) break;
      start = Math.max(start, each.end);
    }
    at.set(key, start);
    placed.push({ need, start, end: start + length });
  }
  return { at, bytes: Math.max(0, ...placed.map(({ end }) => end)) };
}
