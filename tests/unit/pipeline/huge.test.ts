/**
 * Everything from the network's answer to the file, in the photo's own memory. What is allocated besides is
 * counted by the allocations themselves (every large one is a typed array), and stays under a budget that does not
 * depend on the photo: 25 planes of the working copy (WORK_PIXELS × 4 B each) and the strips of the PNG. A quarter of
 * MAX_PIXELS, for time; 12 000 × 8333 passes with the same budget (2026-11-22).
 */
import { afterEach, expect, it, vi } from 'vitest';
import { compose } from '../../../utils/pipeline/compose';
import { estimateColours } from '../../../utils/pipeline/decontaminate';
import { judge } from '../../../utils/pipeline/judge';
import { encodePng } from '../../../utils/pipeline/png';
import { MAX_PIXELS } from '../../../utils/pipeline/raster';
import { refine } from '../../../utils/pipeline/refine';
import { WORK_PIXELS, workingCopy } from '../../../utils/pipeline/working-copy';
import { paintMatte, softDisc } from './scenes';

const WIDTH = 12_000;
const HEIGHT = 2_083;
/** All planes of floats that are made on the way, also those that are garbage by then. */
const BUDGET_BYTES = 80 * WORK_PIXELS * 4;

afterEach(() => vi.unstubAllGlobals());

it('takes memory that does not grow with the photo', { timeout: 60_000 }, () => {
  expect(4 * WIDTH * HEIGHT).toBeLessThanOrEqual(MAX_PIXELS);
  const photo = { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(WIDTH * HEIGHT * 4) };
  const pixels = new Uint32Array(photo.data.buffer);
  for (let y = 0; y < HEIGHT; y++) pixels.fill(0xff2060c0 + ((y >> 5) << 8), y * WIDTH, (y + 1) * WIDTH);
  const raw = paintMatte(320, 320, softDisc);

  const floats = countBytes('Float32Array', Float32Array);
  const verdict = judge(photo, raw);
  if (!verdict.ok) throw new Error(verdict.reason);
  const copy = workingCopy(photo, verdict.matte);
  const model = refine(copy);
  const composed = compose(photo, model, estimateColours(copy, model));
  expect(composed).toBe(photo);
  expect(floats.bytes).toBeGreaterThan(0);
  expect(floats.bytes).toBeLessThan(BUDGET_BYTES);

  const bytes = countBytes('Uint8Array', Uint8Array);
  const size = encodePng(photo).reduce((sum, part) => sum + part.length, 0);
  // The file, once (`slice` is not counted), and less than 4 MB of strips and buffers.
  expect(bytes.bytes).toBeLessThan(4e6);
  expect(size).toBeLessThan(20e6);
  expect(photo.data[3]).toBe(0);
  expect(photo.data[(1041 * WIDTH + 6000) * 4 + 3]).toBe(255);
});

type Bytes = Float32ArrayConstructor | Uint8ArrayConstructor;

/** Puts a constructor that counts in place of a global one. */
function countBytes(name: string, original: Bytes): { bytes: number } {
  const counter = { bytes: 0 };
  const counting = new Proxy(original, {
    construct: (target, args: [number]) => {
      const made = new (target as Float32ArrayConstructor)(...args);
      // Views of what is there already cost nothing.
      if (typeof args[0] === 'number') counter.bytes += made.byteLength;
      return made;
    },
  });
  vi.stubGlobal(name, counting);
  return counter;
}
