/** What both ways of running networks have in common: ONNX Runtime's (ort-networks.ts) and ours (plan-networks.ts). */
import type { Net } from '../pipeline/ports';
import type { Live } from './foothold';
import type { ModelSpec } from './model-table';
import type { Look } from './recipe';

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
