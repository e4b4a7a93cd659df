/** What the card shows, as a pure function of what it knows: the last answer of the background and the copy's fate. */
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
  | { readonly kind: 'working'; readonly words: JobWords; readonly fraction: number; readonly canCancel: boolean }
  | { readonly kind: 'done'; readonly words: JobWords; readonly copy: CopyPhase; readonly preview: Blob | null }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'nothing' };

const COPY_TITLE: Readonly<Record<CopyPhase, string>> = {
  copying: 'Copying…',
  copied: 'Copied',
  ready: 'Ready — press Copy',
  blocked: 'Ready — press Copy',
};
const BLOCKED = 'Copying is blocked on this page, so Copy opens the Matte popup.';
const DELETED = 'This cutout has been deleted.';

export function screenOf(sight: Sight, copy: CopyPhase): Screen {
  if (sight.kind === 'nothing') return { kind: 'nothing' };
  if (sight.kind === 'starting') return { kind: 'working', words: STARTING, fraction: 0, canCancel: false };
  const { job, progress, ahead, preview, cutout } = sight.view;
  if (job.status === 'failed') return { kind: 'failed', sentence: describeFailure(job) };
  if (job.status === 'cancelled') return { kind: 'cancelled' };
  if (job.status === 'done') {
    return { kind: 'done', words: doneWords(job, copy, cutout), copy, preview };
  }
  return { kind: 'working', words: describeWork(job, ahead), fraction: progress, canCancel: true };
}

function doneWords(job: Job, copy: CopyPhase, cutout: Blob | null): JobWords {
  if (!cutout) return { title: 'Done', detail: DELETED };
  if (copy === 'blocked') return { title: COPY_TITLE.blocked, detail: BLOCKED };
  return { title: COPY_TITLE[copy], detail: job.outcome ? describeOutcome(job.outcome) : '' };
}
