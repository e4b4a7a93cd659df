/** What the card shows, as a pure function of what it knows: the last answer of the background and the copy's fate. */
import { type MessageKey, say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import type { JobView } from '@/utils/messaging';
import { describeFailure, describeOutcome, describeWork, type JobWords } from '@/utils/ui/describe-job';
import type { CopyPhase } from './deliver-copy';

/** `nothing`: no such job. A hostile page that embeds the card with a made-up id learns and gets nothing. */
export type Sight =
  | { readonly kind: 'starting' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'job'; readonly view: JobView };

export type Screen =
  | {
      readonly kind: 'working';
      readonly words: JobWords;
      readonly fraction: number;
      readonly canCancel: boolean;
      /** The first look, once there is one. */
      readonly look: Blob | null;
    }
  | {
      readonly kind: 'done';
      readonly words: JobWords;
      readonly copy: CopyPhase;
      readonly preview: Blob | null;
      /** For the file. */
      readonly name: string;
    }
  | { readonly kind: 'failed'; readonly title: string; readonly sentence: string; readonly anyway: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nothing' };

export type ScreenOf<Kind extends Screen['kind']> = Omit<Extract<Screen, { kind: Kind }>, 'kind'>;

const COPY_TITLE = {
  copying: 'card.copying',
  copied: 'card.copied',
  ready: 'card.ready',
  blocked: 'card.ready',
} as const satisfies Readonly<Record<CopyPhase, MessageKey>>;
/** The same for a preview that was given for want of credits. */
const PREVIEW_TITLE = {
  copying: 'card.copyingPreview',
  copied: 'card.copiedPreview',
  ready: 'card.readyPreview',
  blocked: 'card.readyPreview',
} as const satisfies Readonly<Record<CopyPhase, MessageKey>>;

/** As a job that nobody has begun. */
const NOT_BEGUN = { status: 'queued', stage: null, attempts: 0 } as const;

export function screenOf(sight: Sight, copy: CopyPhase): Screen {
  if (sight.kind === 'nothing') return { kind: 'nothing' };
  if (sight.kind === 'starting') {
    return { kind: 'working', words: describeWork(NOT_BEGUN, 0), fraction: 0, canCancel: false, look: null };
  }
  const { job, progress, ahead, preview, cutout, anyway } = sight.view;
  if (job.status === 'failed') return { kind: 'failed', ...failureWords(job), anyway };
  if (job.status === 'cancelled') return { kind: 'cancelled' };
  if (job.status === 'done') {
    return { kind: 'done', words: doneWords(job, copy, cutout), copy, preview, name: job.name };
  }
  return { kind: 'working', words: describeWork(job, ahead), fraction: progress, canCancel: true, look: preview };
}

/** Each answer brings a new Blob, which the page would load anew and flash: the same picture stays the same object. */
export function withSamePicture(before: Sight, now: Sight): Sight {
  if (before.kind !== 'job' || now.kind !== 'job' || before.view.job.status !== now.view.job.status) return now;
  const [old, young] = [before.view.preview, now.view.preview];
  return old && young && old.size === young.size ? { ...now, view: { ...now.view, preview: old } } : now;
}

/** That nothing stands out is an answer, not a fault. */
function failureWords(job: Job) {
  const title = job.error === 'no-subject' ? say('card.noSubject') : say('card.failed');
  return { title, sentence: describeFailure(job) };
}

function doneWords(job: Job, copy: CopyPhase, cutout: Blob | null): JobWords {
  if (!cutout) return { title: say('card.done'), detail: say('card.deleted') };
  const isPreview = job.outcome?.reducedFrom !== undefined;
  const title = say((isPreview ? PREVIEW_TITLE : COPY_TITLE)[copy]);
  if (copy === 'blocked') return { title, detail: say('card.blocked') };
  if (isPreview) return { title, detail: sentenceOf(job.outcome?.reducedBy ?? 'no-credit') };
  return { title, detail: job.outcome ? describeOutcome(job.outcome) : '' };
}

/** The screen in one line, for a card that is folded; of work, what is being done just now. */
export function titleOf(screen: Screen): string {
  if (screen.kind === 'working') return screen.words.detail;
  if (screen.kind === 'done') return screen.words.title;
  if (screen.kind === 'failed') return screen.title;
  return say(screen.kind === 'cancelled' ? 'card.cancelled' : 'card.nothing');
}
