/**
 * The model table, as the extension reads it: public/models/models.json with types. Data only; loading is elsewhere.
 * What each field means and how a model gets in: public/models/README.md.
 */
import table from '../../public/models/models.json';
import { matteError } from '../errors';
import type { PerChannel } from '../pipeline/ports';

export type ElementType = 'float16' | 'float32';

export interface FileSpec {
  /** Name inside public/models/. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface GraphSpec extends FileSpec {
  /** The name under which this graph expects its weights, whatever the file on disk is called. */
  readonly weightsPath: string;
  readonly inputName: string;
  readonly inputType: ElementType;
  readonly outputName: string;
  readonly outputType: ElementType;
}

export interface ModelSpec {
  readonly id: string;
  readonly origin: {
    readonly package: string;
    readonly version: string;
    readonly resource: string;
    readonly bytes: number;
    readonly sha256: string;
  };
  readonly licence: { readonly spdx: string; readonly source: string; readonly note: string };
  /** The side, in pixels, the model was trained at. Other heights and widths run too. */
  readonly inputSize: number;
  /** Sides that are multiples of this lose nothing to rounding inside the network. */
  readonly sizeStep: number;
  readonly layout: 'NCHW';
  readonly channelOrder: 'RGB';
  /** A colour byte x of R, G, B enters as (x - mean) / scale. */
  readonly mean: PerChannel;
  readonly scale: PerChannel;
  /** float16 on disk; weights.ts and cpu/pack.ts make the others of it. */
  readonly weights: FileSpec;
  /** For the CPU's own kernels (cpu/plan.ts); a network without one runs in ONNX Runtime there too. */
  readonly plan?: FileSpec & { readonly onBytes?: boolean };
  readonly graphs: { readonly f16: GraphSpec; readonly f32: GraphSpec };
}

// JSON widens 'NCHW' and 'float16' to string; tests/unit/inference/model-table.test.ts checks what this cast claims.
const MODELS = table.models as unknown as readonly ModelSpec[];

/** The row of one model. An unknown id is a fault of the caller, never of the user. */
export function modelSpec(id: string): ModelSpec {
  const spec = MODELS.find((model) => model.id === id);
  if (!spec) throw matteError('model-missing', `no model "${id}" in models.json`);
  return spec;
}
