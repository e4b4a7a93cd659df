/** One cutout in plain words. Pure but for the browser's language. */
import type { HistoryEntry } from '@/utils/db';
import type { EntryDetails } from '@/utils/history/details';
import type { Picture } from '@/utils/history/read-picture';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { describeDuration, describeSize } from '@/utils/ui/describe-job';
import { QUALITY_WORDS, RUNG_WORDS } from '@/utils/ui/describe-settings';

export type Fact = readonly [label: string, value: string];

export const DAMAGED = 'This cutout was changed or damaged on the disk and does not open. You can delete it.';

/** Why a picture does not open, and what to do. */
export const PICTURE_PROBLEMS: Readonly<Record<Exclude<Picture['state'], 'open'>, string>> = {
  damaged: DAMAGED,
  gone: 'The picture of this cutout is gone. Delete the entry, then cut its picture again.',
  locked: 'Your account is locked. Unlock it to see this cutout.',
};

export function countCutouts(count: number): string {
  return count === 1 ? '1 cutout' : `${count.toLocaleString()} cutouts`;
}

/** Where it comes from, without its link. */
export function describePlace({ kind, host }: Pick<EntryDetails, 'kind' | 'host'>): string {
  if (host !== null) return host;
  if (kind === null) return 'Not known';
  return kind === 'own' ? 'Your own file' : 'A page';
}

/** What is left out is not known: older versions did not keep it. */
export function factsOf({ width, height, bytes, createdAt, made, reducedFrom, reducedBy }: HistoryEntry): Fact[] {
  const facts: Fact[] = [
    ['Size', describeSize(width, height, reducedFrom)],
    ['File', describeBytes(bytes)],
    ['Made', new Date(createdAt).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' })],
  ];
  if (made) {
    facts.push(
      ['Quality', QUALITY_WORDS[made.quality].name],
      ['Made with', RUNG_WORDS[made.backend]],
      ['Time taken', describeDuration(made.ms)],
      ['Cost', describeCost(made.credits)],
    );
  }
  if (reducedFrom) facts.push(['Preview', sentenceOf(reducedBy ?? 'no-credit')]);
  return facts;
}

function describeCost(credits: number): string {
  if (credits === 0) return 'Free';
  return credits === 1 ? '1 credit' : `${credits} credits`;
}
