/** A cutout with the batch's preset, as a PNG: one at a time, so that one picture's pixels are in memory. */
import { decodeCutout } from '@/utils/browser/decode-cutout';
import { codeOf } from '@/utils/errors';
import { encodePng } from '@/utils/pipeline/png';
import type { Edits } from '@/utils/studio/edits';
import { render } from '@/utils/studio/render';
import type { Finished } from './finish-host';

self.onmessage = async ({ data }: MessageEvent<{ cutout: Blob; edits: Edits }>) => {
  self.postMessage(await finish(data.cutout, data.edits));
};

async function finish(cutout: Blob, edits: Edits): Promise<Finished> {
  try {
    return { ok: true, file: new Blob(encodePng(render(await decodeCutout(cutout), edits)), { type: 'image/png' }) };
  } catch (error) {
    return { ok: false, code: error instanceof RangeError ? 'out-of-memory' : codeOf(error) };
  }
}
