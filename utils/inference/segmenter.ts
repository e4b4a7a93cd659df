/** What a quality needs on a rung: its networks, by our own kernels on the CPU, by ONNX Runtime on a GPU. */
import type { Backend, Quality } from '../jobs/job';
import type { Net } from '../pipeline/ports';
import type { LiveSegmenter } from './ladder';
import { modelSpec } from './model-table';
import type { Asked } from './network';
import { createOrtNetworks } from './ort-networks';
import { createPlanNetworks, isPlanned, type PlanDeps } from './plan-networks';
import { recipeFor } from './recipe';

export interface SegmenterDeps extends PlanDeps {
  /** Called before ONNX Runtime is used. @throws FreshWorkerNeeded */
  beforeOrt(): void;
}

/** @throws MatteError model-missing, model-corrupt; whatever says that the rung cannot run the networks */
export async function createSegmenter(rung: Backend, quality: Quality, deps: SegmenterDeps): Promise<LiveSegmenter> {
  const { detail, context } = recipeFor(rung, quality);
  const asked: readonly Asked[] = [
    { spec: modelSpec('isnet'), looks: detail },
    { spec: modelSpec('u2netp'), looks: [context] },
  ];
  const { nets, lost, release } = await networksFor(rung, asked, deps);
  const [details, [small]] = nets as [readonly Net[], readonly [Net]];
  return { detail: details, context: small, lost, release };
}

async function networksFor(rung: Backend, asked: readonly Asked[], deps: SegmenterDeps) {
  if (!rung.startsWith('webgpu') && asked.every(isPlanned)) return createPlanNetworks(asked, deps);
  deps.beforeOrt();
  return createOrtNetworks(rung, asked, deps.read);
}
