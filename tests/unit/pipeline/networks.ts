/** Networks that answer what a test wants. */
import type { Net, Segmenter, Tensor } from '../../../utils/pipeline/ports';
import type { Matte } from '../../../utils/pipeline/raster';
import { paintMatte } from './scenes';

/** Shows the network the photo's own bytes. */
export const BYTES = { mean: [0, 0, 0], scale: [1, 1, 1] } as const;

export function net(inputSize: number, answer: (tensor: Tensor) => Matte | Promise<Matte>, flip = false): Net {
  return { input: { inputSize, ...BYTES }, flip, segment: async (tensor) => answer(tensor) };
}

/** Answers a painted matte, whatever it is shown. */
export function painting(inputSize: number, paint: (u: number, v: number) => number): Net {
  return net(inputSize, ({ width, height }) => paintMatte(width, height, paint));
}

/** A segmenter of one network. */
export function alone(detail: Net): Segmenter {
  return { detail: [detail], context: null };
}
