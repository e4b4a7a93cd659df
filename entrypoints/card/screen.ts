/** What the card shows, as a pure function of what it knows: the last answer of the background and the copy's fate. */
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import type { JobView } from '@/utils/messaging';
import { describeFailure, describeOutcome, describeWork, type JobWords, STARTING } from '@/utils/ui/describe-job';
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
  | { readonly kind: 'done'; readonly words: JobWords; readonly copy: CopyPhase; readonly preview: Blob | null }
  | { readonly kind: 'failed'; readonly title: string; readonly sentence: string; readonly anyway: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nothing' };

export type ScreenOf<Kind extends Screen['kind']> = Omit<Extract<Screen, { kind: Kind }>, 'kind'>;

const COPY_TITLE: Readonly<Record<CopyPhase, string>> = {
  copying: 'Copying…',
  copied: 'Copied',
  ready: 'Ready — press Copy',
  blocked: 'Ready — press Copy',
};
/** The same for a preview that was given for want of credits. */
const PREVIEW_TITLE: Readonly<Record<CopyPhase, string>> = {
  copying: 'Copying the preview…',
  copied: 'Preview copied',
  ready: 'Preview ready — press Copy',
  blocked: 'Preview ready — press Copy',
};
const BLOCKED = 'Copying is blocked on this page, so Copy opens the Matte popup.';
const DELETED = 'This cutout has been deleted.';

const START: Screen = { kind: 'working', words: STARTING, fraction: 0, canCancel: false, look: null };

export function screenOf(sight: Sight, copy: CopyPhase): Screen {
  if (sight.kind === 'nothing') return { kind: 'nothing' };
  if (sight.kind === 'starting') return START;
  const { job, progress, ahead, preview, cutout, anyway } = sight.view;
  if (job.status === 'failed') return { kind: 'failed', ...failureWords(job), anyway };
  if (job.status === 'cancelled') return { kind: 'cancelled' };
  if (job.status === 'done') {
    return { kind: 'done', words: doneWords(job, copy, cutout), copy, preview };
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
  const title = job.error === 'no-subject' ? 'No clear subject' : 'That did not work';
  return { title, sentence: describeFailure(job) };
}

function doneWords(job: Job, copy: CopyPhase, cutout: Blob | null): JobWords {
  if (!cutout) return { title: 'Done', detail: DELETED };
  const isPreview = job.outcome?.reducedFrom !== undefined;
  const title = (isPreview ? PREVIEW_TITLE : COPY_TITLE)[copy];
  if (copy === 'blocked') return { title, detail: BLOCKED };
  if (isPreview) return { title, detail: sentenceOf(job.outcome?.reducedBy ?? 'no-credit') };
  return { title, detail: job.outcome ? describeOutcome(job.outcome) : '' };
}
