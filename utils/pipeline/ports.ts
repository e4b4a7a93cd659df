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

/** One number for each of R, G, B. */
export type PerChannel = readonly [number, number, number];

/** How a network wants its input: x' = (x − mean) / scale on bytes 0–255, RGB, NCHW, stretched to a square. */
export interface InputSpec {
  /** The square's side, pixels. */
  readonly inputSize: number;
  readonly mean: PerChannel;
  readonly scale: PerChannel;
}

/** NCHW float tensor with N = 1, C = 3. */
export interface Tensor {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** One look at the photo: tensor in, raw alpha (same width and height, nominally 0–1) out. */
export interface Net {
  readonly input: InputSpec;
  /** Shows the network the mirrored photo; its answer is mirrored back. */
  readonly flip: boolean;
  segment(tensor: Tensor): Promise<Matte>;
}

export interface Segmenter {
  /** Sees where the edge runs. Several looks, at least one, are averaged. */
  readonly detail: readonly Net[];
  /** A small network that says better what the subject is; runs first. */
  readonly context: Net | null;
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
