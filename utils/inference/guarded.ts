/** A segmenter whose networks blame the rung, and nobody else, for what goes wrong inside them. */
import type { Backend } from '../jobs/rungs';
import type { LiveSegmenter } from './ladder';
import { onRung } from './rung-fault';

/** @returns the same segmenter; its runs throw RungFault when the rung is at fault, also when its device is lost. */
export function guarded(rung: Backend, segmenter: LiveSegmenter): LiveSegmenter {
  return { ...segmenter, segment: (tensor) => onRung(rung, segmenter.lost, segmenter.segment(tensor)) };
}
