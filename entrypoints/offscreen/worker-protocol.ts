/** What the offscreen page and its engine worker say to each other. `id` ties every reply to its order. */
import type { ErrorCode } from '@/utils/errors';
import type { Fallen } from '@/utils/inference/steps';
import type { EngineWish } from '@/utils/jobs/job';
import type { CutoutAnswer, CutoutWish } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';
import type { Raster } from '@/utils/pipeline/raster';

export type Order =
  | { readonly type: 'start'; readonly wish: EngineWish }
  | { readonly type: 'cutout'; readonly wish: CutoutWish; readonly picture: Blob };

/** On the way; more will come. */
export type News =
  | { readonly type: 'stage'; readonly stage: Stage }
  /** Pixels, not a file: while the large network runs, nothing else in the worker does. */
  | { readonly type: 'first-look'; readonly look: Raster };

/** The end of an order. */
export type End =
  | { readonly type: 'started' }
  | { readonly type: 'answer'; readonly answer: CutoutAnswer }
  /** Only another worker can go on, below the rungs that have failed here. */
  | { readonly type: 'fresh-worker'; readonly fallen: readonly Fallen[] }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly detail: string };

export type Reply = News | End;

/** `fallen` is what the worker before this one has tried. */
export type ToWorker = Order & { readonly id: number; readonly fallen: readonly Fallen[] };
export type FromWorker = Reply & { readonly id: number };
