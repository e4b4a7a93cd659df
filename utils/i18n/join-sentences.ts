import { say } from './say';

/** Sentences in a row, with a space between them where the language has one; empty ones are left out. */
export function joinSentences(sentences: readonly string[]): string {
  const said = sentences.filter((sentence) => sentence !== '');
  return said.length === 0 ? '' : said.reduce((first, second) => say('words.sentences', { first, second }));
}
