/** Encodes a band of a PNG beside the engine worker, which makes it and ends it (utils/browser/png-helper.ts). */
import type { BandOrder } from '@/utils/browser/png-helper';
import { encodeBand } from '@/utils/pipeline/png';

self.onmessage = ({ data: { raster, band } }: MessageEvent<BandOrder>) => {
  const encoded = encodeBand(raster, band);
  self.postMessage(encoded, { transfer: encoded.parts.map(({ buffer }) => buffer) });
};
self.postMessage('ready');
