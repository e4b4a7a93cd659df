/** A segmenter whose networks blame the rung, and nobody else, for what goes wrong inside them. */
import type { Backend } from '../jobs/rungs';
import type { Net } from '../pipeline/ports';
import type { LiveSegmenter } from './ladder';
import { lossSignal, onRung } from './rung-fault';

/** @returns the same segmenter; its runs throw RungFault when the rung is at fault, also when its device is lost. */
export function guarded(rung: Backend, segmenter: LiveSegmenter): LiveSegmenter {
  const loss = lossSignal(segmenter.lost);
  const guard = (net: Net): Net => ({
    ...net,
    segment: (tensor) => onRung(rung, 'run', loss, net.segment(tensor)),
  });
  const { detail, context } = segmenter;
  return { ...segmenter, detail: detail.map(guard), context: context && guard(context) };
}
