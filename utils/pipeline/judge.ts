/** The network's answer, judged with the photo at hand: a clean matte, no subject, or nonsense. */
import { isBlankPage } from './blank-page';
import { despeckle } from './despeckle';
import { postprocess, type Verdict } from './postprocess';
import type { Matte, Raster } from './raster';

/** `raw` is what the networks gave, any size, nominally 0–1; it is left as it is. */
export function judge(photo: Raster, raw: Matte): Verdict {
  const verdict = postprocess(raw);
  if (!verdict.ok) return verdict;
  const matte = despeckle(verdict.matte);
  return isBlankPage(photo, matte) ? { ok: false, reason: 'no-subject', anyway: matte } : { ok: true, matte };
}
