/** Which settings somebody looks for, by words in the language that is spoken. Pure. */
import { fold } from '../history/search';

export interface Findable<Id extends string> {
  readonly id: Id;
  /** Its name, what it means, and what can be chosen. */
  readonly words: readonly string[];
}

/** Those in which every word that was typed occurs, whatever its case or accents; without a word all. */
export function findSettings<Id extends string>(all: readonly Findable<Id>[], query: string): ReadonlySet<Id> {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const fits = ({ words }: Findable<Id>) => {
    const text = fold(words.join('\n'));
    return wanted.every((word) => text.includes(word));
  };
  return new Set(all.filter(fits).map(({ id }) => id));
}
