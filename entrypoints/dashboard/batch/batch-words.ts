/** The batch in words: what became of each picture, what it will cost, how long it may take. */
import { fractionOf, milestoneOf, type Tally } from '@/utils/batch/batch';
import type { Need } from '@/utils/batch/need';
import type { LeftOut } from '@/utils/batch/pack';
import { codeOf } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import { describeSize, describeWork } from '@/utils/ui/describe-job';

/** One picture's state; its sentence where it failed. */
export function describeItem(job: Job, isPaused: boolean): string {
  if (job.status === 'queued') return isPaused ? say('batch.itemPaused') : say('batch.itemWaiting');
  if (job.status === 'running') return describeWork(job, 0).detail;
  if (job.status === 'cancelled') return say('batch.itemCancelled');
  if (job.status === 'failed') return describeFault(job);
  const { width = 0, height = 0, reducedFrom } = job.outcome ?? {};
  return describeSize(width, height, reducedFrom);
}

/** A picture of a batch may wait longer than others, and a file comes from no site. */
function describeFault({ error, tabId }: Job): string {
  // The usual sentence speaks of a site.
  if (error === 'not-an-image' && tabId === null) return say('batch.notAPicture');
  return error === 'not-in-time' ? say('batch.notInTime') : sentenceOf(error ?? 'internal');
}

export function describeNeed({ credits, left, previews }: Need): string {
  if (left === null) return say('batch.needNothing');
  if (previews === 0) return say('batch.needEnough', { credits, left });
  return left === 0 ? say('batch.needNone', { credits }) : say('batch.needSome', { credits, left, previews });
}

export function describeTally({ total, done, failed, cancelled }: Tally): string {
  const said = say('batch.tally', { done, total });
  const others = [
    ...(failed > 0 ? [say('batch.tallyFailed', { failed })] : []),
    ...(cancelled > 0 ? [say('batch.tallyCancelled', { cancelled })] : []),
  ];
  return [said, ...others].join(' · ');
}

/** For who listens: a sentence for each tenth of the way, and for the end. */
export function announce(tally: Tally, isPaused: boolean): string {
  if (tally.open === 0) return say('batch.spokenEnd', { done: tally.done, failed: tally.failed });
  if (isPaused) return say('batch.spokenPaused');
  return say('batch.spokenPart', { percent: milestoneOf(tally) * 10 });
}

const MINUTE_MS = 60_000;

export function describeRest(ms: number | null): string {
  if (ms === null) return '';
  return ms < MINUTE_MS ? say('batch.restShort') : say('batch.rest', { minutes: Math.round(ms / MINUTE_MS) });
}

export function lineOf(name: string, why: LeftOut): string {
  return say('batch.notesLine', { name, why: reasonOf(why) });
}

export function notesOf(lines: readonly string[]): string {
  return [say('batch.notesTitle'), '', ...lines, ''].join('\r\n');
}

const UNREAD = { gone: 'batch.unreadGone', damaged: 'batch.unreadDamaged', locked: 'batch.unreadLocked' } as const;

function reasonOf(why: LeftOut): string {
  if (why.kind === 'failed') return describeFault(why.job);
  if (why.kind === 'cancelled') return say('batch.itemCancelled');
  if (why.kind === 'open') return say('batch.itemWaiting');
  if (why.kind === 'unmade') return sentenceOf(codeOf(why.thrown));
  return say(UNREAD[why.state]);
}

/** With what runs now, 0–1. */
export function fractionWith(tally: Tally, running: number): number {
  return tally.total === 0 ? 1 : Math.min(1, fractionOf(tally) + running / tally.total);
}
