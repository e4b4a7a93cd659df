/** What the offscreen page and its engine worker say to each other. One job at a time, so no ids. */
import type { ErrorCode } from '@/utils/errors';
import type { BackendChoice } from '@/utils/jobs/job';
import type { CutoutAnswer } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';

export type ToWorker =
  | { readonly type: 'start'; readonly backend: BackendChoice }
  | { readonly type: 'cutout'; readonly backend: BackendChoice; readonly picture: Blob };

export type FromWorker =
  | { readonly type: 'started' }
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'answer'; readonly answer: CutoutAnswer }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly detail: string };
