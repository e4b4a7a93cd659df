/**
 * Boundary F: how well two outlines lie on each other (Martin et al. 2004; Perazzi et al. 2016 for masks). An outline is
 * the set of inner pixels (alpha ≥ ½) with an outer one above, below, left or right; the picture's border is none.
 */
import { squaredDistances } from './distance.mjs';
import { THRESHOLD, weighted } from './overlap.mjs';
import { demandSameSize } from './pixel-errors.mjs';

/** Of the long side; on a small picture one pixel at least. */
const TOLERANCE = 0.003;

/** @returns {number} 0–1; two mattes without any outline agree entirely */
export function boundaryF(matte, truth) {
  demandSameSize(matte, truth);
  const reach = Math.max(1, TOLERANCE * Math.max(truth.width, truth.height));
  const found = outline(matte);
  const wanted = outline(truth);
  if (!found.includes(1) && !wanted.includes(1)) return 1;
  return weighted(shareNear(found, wanted, truth, reach), shareNear(wanted, found, truth, reach), 1);
}

/** 1 on the outline, 0 elsewhere. */
export function outline({ width, height, data }) {
  const marks = new Uint8Array(width * height);
  const isOut = (i) => data[i] < THRESHOLD;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (isOut(i)) continue;
      const meetsRow = (x > 0 && isOut(i - 1)) || (x < width - 1 && isOut(i + 1));
      if (meetsRow || (y > 0 && isOut(i - width)) || (y < height - 1 && isOut(i + width))) marks[i] = 1;
    }
  }
  return marks;
}

/** Which share of `points` has one of `others` within `reach` pixels. */
function shareNear(points, others, { width, height }, reach) {
  const squared = squaredDistances(others, width, height);
  let count = 0;
  let near = 0;
  for (let i = 0; i < points.length; i++) {
    if (!points[i]) continue;
    count += 1;
    if (squared[i] <= reach * reach) near += 1;
  }
  return count === 0 ? 0 : near / count;
}
