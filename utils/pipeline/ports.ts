/** What the pipeline needs from the outside. Browsers, ORT and tests each bring their own. */
import type { Matte, Raster } from './raster';

/** Stages in the order in which they run; the same names feed progress, timings and diagnostics. */
export const STAGES = [
  'engine',
  'fetch',
  'decode',
  'preprocess',
  'infer',
  'postprocess',
  'refine',
  'compose',
  'encode',
] as const;
export type Stage = (typeof STAGES)[number];
/** Milliseconds spent per stage. */
export type StageTimes = Partial<Record<Stage, number>>;

/** How a model wants its input: x' = (x − mean) / scale on bytes 0–255, RGB, NCHW, stretched to a square. */
export interface InputSpec {
  readonly inputSize: number;
  readonly mean: number;
  readonly scale: number;
}

/** NCHW float tensor with N = 1, C = 3. */
export interface Tensor {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Runs the network: tensor in, raw alpha (same width and height, nominally 0–1) out. */
export interface Segmenter {
  readonly input: InputSpec;
  segment(tensor: Tensor): Promise<Matte>;
}

/** `Encoded` is whatever holds a file: a Blob in browsers, a Buffer in Node. */
export interface Codec<Encoded> {
  /** @throws MatteError unsupported or damaged files, or more than MAX_PIXELS. */
  decode(file: Encoded): Promise<Raster>;
  encode(raster: Raster): Promise<Encodings<Encoded>>;
}

export interface Encodings<Encoded> {
  /** PNG with straight alpha, same size. */
  readonly png: Encoded;
  /** At most PREVIEW_PIXELS: what lists and cards show, so that none of them decodes a full-size photo. */
  readonly preview: Encoded;
}
