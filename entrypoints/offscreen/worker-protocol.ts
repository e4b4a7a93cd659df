/** What the offscreen page and its engine worker say to each other. `id` ties every reply to its order. */
import type { ErrorCode } from '@/utils/errors';
import type { BackendChoice } from '@/utils/jobs/job';
import type { CutoutAnswer } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';

export type Order =
  | { readonly type: 'start'; readonly backend: BackendChoice }
  | { readonly type: 'cutout'; readonly backend: BackendChoice; readonly picture: Blob };

export type Reply =
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'started' }
  | { readonly type: 'answer'; readonly answer: CutoutAnswer }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly detail: string };

export type ToWorker = Order & { readonly id: number };
export type FromWorker = Reply & { readonly id: number };
