/** Takes bands of a photo beside the engine worker, which makes it and ends it (utils/browser/band-helper.ts). */
import { type BandOrder, helpWithBands } from '@/utils/browser/band-helper';

self.onmessage = ({ data: { order, answer } }: MessageEvent<{ order: BandOrder; answer: MessagePort }>) => {
  const made = helpWithBands(order);
  answer.postMessage(
    made,
    made.flatMap(({ parts }) => parts.map(({ buffer }) => buffer)),
  );
};
