/**
 * One picture's way through the pipeline. This is the only place that knows the order of the stages; the stages do not
 * know each other, and nothing here knows browsers, models or where the file came from.
 */
import { applyMatte } from './compose';
import type { Codec, Encodings, Segmenter, Stage } from './ports';
import { postprocess, type Verdict } from './postprocess';
import { preprocess } from './preprocess';
import type { Raster } from './raster';

export interface CutoutPorts<Encoded> {
  readonly codec: Codec<Encoded>;
  /** May still be loading: the picture is decoded meanwhile. */
  readonly segmenter: Segmenter | Promise<Segmenter>;
  /** Called once as each stage begins, from `decode` to `encode`; `engine` and `fetch` are the caller's own. */
  onStage(stage: Stage): void;
  /** A small picture of the cutout to come: at most once a run, while the large network has yet to run. */
  onFirstLook?(look: Raster): void;
  /** An AbortSignal; asked before each stage. */
  readonly signal?: { throwIfAborted(): void };
}

export type Cutout<Encoded> =
  | ({ readonly ok: true; readonly width: number; readonly height: number } & Encodings<Encoded>)
  | Extract<Verdict, { readonly ok: false }>;

/**
 * Encoded photo → PNG of the same size with the background transparent, or the reason why there is none.
 *
 * @throws whatever the ports throw, untouched, and the signal's reason once it is aborted. A decoding that fails does
 * not wait for the segmenter, nor the other way round.
 */
export async function cutout<Encoded>(file: Encoded, ports: CutoutPorts<Encoded>): Promise<Cutout<Encoded>> {
  const enter = (stage: Stage) => {
    ports.signal?.throwIfAborted();
    ports.onStage(stage);
  };
  enter('decode');
  const [raster, segmenter] = await Promise.all([ports.codec.decode(file), ports.segmenter]);
  enter('preprocess');
  const tensor = preprocess(raster, segmenter.input);
  enter('infer');
  const raw = await segmenter.segment(tensor);
  enter('postprocess');
  const verdict = postprocess(raw);
  if (!verdict.ok) return verdict;
  enter('compose');
  const composed = applyMatte(raster, verdict.matte);
  enter('encode');
  const encodings = await ports.codec.encode(composed);
  return { ok: true, ...encodings, width: composed.width, height: composed.height };
}
