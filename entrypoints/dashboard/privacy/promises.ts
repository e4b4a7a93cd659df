/** PRIVACY.md as data: the same sentences in the repository, in the tests and on the page. Pure. */

export interface Promised {
  /** Like `P-LOCAL`. */
  readonly id: string;
  readonly sentence: string;
}

export interface PromiseGroup {
  readonly title: string;
  readonly promises: readonly Promised[];
}

/** Headings of the second level, and below each its list; the rest is for readers of the repository. */
export function readPromises(markdown: string): readonly PromiseGroup[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const items = [...part.matchAll(/^- (.+) `\[(P-[A-Z0-9-]+)\]`$/gm)];
      const promises = items.map(([, sentence = '', id = '']) => ({ id, sentence }));
      return { title: part.slice(0, part.indexOf('\n')).trim(), promises };
    });
}
