/** What both ways of running networks have in common: ONNX Runtime's (ort-networks.ts) and ours (plan-networks.ts). */
import { matteError } from '../errors';
import type { Net } from '../pipeline/ports';
import type { Live } from './foothold';
import type { ModelSpec } from './model-table';
import type { Look } from './recipe';
import { checkWeights } from './weights';

/** A network, and what it will be asked. */
export interface Asked {
  readonly spec: ModelSpec;
  readonly looks: readonly Look[];
}

/** Networks in memory, in the order in which they were asked for. */
export interface Networks extends Live {
  /** One net for each look. */
  readonly nets: readonly (readonly Net[])[];
}

/** Reads a file of public/models/. @throws MatteError model-missing */
export type ReadModelFile = (name: string) => Promise<ArrayBuffer>;

export function netFor({ mean, scale }: ModelSpec, { side, flip }: Look, segment: Net['segment']): Net {
  return { input: { inputSize: side, mean, scale }, flip, segment };
}

/** The `lost` of networks that are on no device that can be lost. */
export const NEVER_LOST = new Promise<string>(() => {});

/** @throws MatteError model-missing; model-corrupt for a file cut short, of which nothing can be made */
export async function readWeights({ weights }: ModelSpec, read: ReadModelFile): Promise<ArrayBuffer> {
  const halves = await read(weights.file);
  if (halves.byteLength !== weights.bytes) throw matteError('model-corrupt', `${weights.file}: length`);
  return halves;
}

/** Runs on a thread of its own, beside whatever is made of the weights meanwhile. @throws MatteError model-corrupt */
export async function verifyWeights(halves: ArrayBuffer, { weights }: ModelSpec): Promise<void> {
  const check = await checkWeights(halves, weights);
  if (!check.ok) throw matteError('model-corrupt', `${weights.file}: ${check.reason}`);
}
