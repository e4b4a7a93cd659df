/** One cutout in plain words. */

import type { HistoryEntry } from '@/utils/db';
import type { EntryDetails } from '@/utils/history/details';
import type { Picture } from '@/utils/history/read-picture';
import { locale, type MessageKey, say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { describeDuration, describeSize } from '@/utils/ui/describe-job';
import { QUALITY_WORDS, RUNG_WORDS } from '@/utils/ui/describe-settings';

export type Fact = readonly [label: string, value: string];

const PROBLEMS = {
  damaged: 'history.damaged',
  gone: 'history.gone',
  locked: 'history.locked',
} as const satisfies Readonly<Record<Exclude<Picture['state'], 'open'>, MessageKey>>;

/** Why a picture does not open, and what to do. */
export function describeProblem(state: keyof typeof PROBLEMS): string {
  return say(PROBLEMS[state]);
}

export function countCutouts(count: number): string {
  return say('history.cutouts', { count });
}

/** Where it comes from, without its link. */
export function describePlace({ kind, host }: Pick<EntryDetails, 'kind' | 'host'>): string {
  if (host !== null) return host;
  if (kind === null) return say('history.placeUnknown');
  return say(kind === 'own' ? 'history.placeOwn' : 'history.placePage');
}

/** What is left out is not known: older versions did not keep it. */
export function factsOf({ width, height, bytes, createdAt, made, reducedFrom, reducedBy }: HistoryEntry): Fact[] {
  const facts: Fact[] = [
    [say('history.size'), describeSize(width, height, reducedFrom)],
    [say('history.file'), describeBytes(bytes)],
    [say('history.made'), new Date(createdAt).toLocaleString(locale(), { dateStyle: 'full', timeStyle: 'short' })],
  ];
  if (made) {
    facts.push(
      [say('history.quality'), QUALITY_WORDS[made.quality].name],
      [say('history.madeWith'), RUNG_WORDS[made.backend]],
      [say('history.timeTaken'), describeDuration(made.ms)],
      [say('history.cost'), describeCost(made.credits)],
    );
  }
  if (reducedFrom) facts.push([say('history.preview'), sentenceOf(reducedBy ?? 'no-credit')]);
  return facts;
}

function describeCost(credits: number): string {
  return credits === 0 ? say('history.free') : say('history.credits', { count: credits });
}
