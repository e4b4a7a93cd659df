/**
 * One picture's way through the pipeline. This is the only place that knows the order of the stages; the stages do not
 * know each other, and nothing here knows browsers, models or where the file came from.
 */
import { compose } from './compose';
import { type Colours, estimateColours } from './decontaminate';
import { judge } from './judge';
import type { Codec, Encodings, Segmenter, Stage } from './ports';
import { predict } from './predict';
import { firstLook, shrink } from './preview';
import type { Matte, Raster, Size } from './raster';
import { type AlphaModel, refine } from './refine';
import { workingCopy } from './working-copy';

export interface CutoutPorts<Encoded> {
  readonly codec: Codec<Encoded>;
  /** May still be loading: the picture is decoded meanwhile. */
  readonly segmenter: Segmenter | Promise<Segmenter>;
  /** Called once as each stage begins, from `decode` to `encode`; `engine` and `fetch` are the caller's own. */
  onStage(stage: Stage): void;
  /** A small picture of the cutout to come: at most once a run, while the large network has yet to run. */
  onFirstLook?(look: Raster): void;
  /** `compose` on more threads than one, if there are. */
  readonly compose?: Compose;
  /** A cutout of more pixels is made smaller to fit. */
  readonly maxPixels?: number | undefined;
  /** An AbortSignal; asked before each stage. */
  readonly signal?: { throwIfAborted(): void };
}

/** Changes the photo in place: compose.ts. */
export type Compose = (photo: Raster, model: AlphaModel, colours: Colours) => Raster | Promise<Raster>;

export interface Picture<Encoded> extends Encodings<Encoded>, Size {
  /** The photo's own size, where `maxPixels` made the cutout smaller. */
  readonly reducedFrom?: Size;
}

export type Cutout<Encoded> =
  | ({ readonly ok: true } & Picture<Encoded>)
  /** `anyway` is the cutout of what the network saw all the same, so that wanting it costs no second run. */
  | { readonly ok: false; readonly reason: 'no-subject'; readonly anyway: Picture<Encoded> }
  | { readonly ok: false; readonly reason: 'broken-output' };

/**
 * Encoded photo → PNG of the same size (or of `maxPixels`) with the background transparent, or the reason why there is none.
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
  const raw = await predict(raster, segmenter, {
    onStage: enter,
    onFirstLook: (matte) => ports.onFirstLook?.(firstLook(raster, matte)),
  });
  enter('postprocess');
  const verdict = judge(raster, raw);
  if (verdict.ok) return { ok: true, ...(await finish(raster, verdict.matte, ports, enter)) };
  if (verdict.reason === 'broken-output') return verdict;
  return { ...verdict, anyway: await finish(raster, verdict.anyway, ports, enter) };
}

/** From the matte to the files. The raster is used up: it becomes the cutout. */
async function finish<Encoded>(
  raster: Raster,
  matte: Matte,
  ports: CutoutPorts<Encoded>,
  enter: (stage: Stage) => void,
): Promise<Picture<Encoded>> {
  enter('refine');
  const copy = workingCopy(raster, matte);
  const model = refine(copy);
  enter('compose');
  await (ports.compose ?? compose)(raster, model, estimateColours(copy, model));
  enter('encode');
  const { width, height } = raster;
  const { maxPixels = Number.POSITIVE_INFINITY, codec } = ports;
  if (width * height <= maxPixels) return { ...(await codec.encode(raster)), width, height };
  const small = shrink(raster, maxPixels);
  const { width: w, height: h } = small;
  return { ...(await codec.encode(small)), width: w, height: h, reducedFrom: { width, height } };
}
