/** Agreement about what is in and what is out: both mattes are cut at one half, a pixel at exactly one half is in. */
import { demandSameSize } from './pixel-errors.mjs';

export const THRESHOLD = 0.5;
/** Weighs precision above recall, as the literature on salient objects does (Achanta et al. 2009). */
const BETA_SQUARED = 0.3;

/** @returns {{iou: number, fBeta: number}} both 0–1; two empty masks agree entirely */
export function overlap(matte, truth) {
  demandSameSize(matte, truth);
  let both = 0;
  let found = 0;
  let wanted = 0;
  for (let i = 0; i < truth.data.length; i++) {
    const isFound = matte.data[i] >= THRESHOLD;
    const isWanted = truth.data[i] >= THRESHOLD;
    if (isFound) found += 1;
    if (isWanted) wanted += 1;
    if (isFound && isWanted) both += 1;
  }
  if (found + wanted === 0) return { iou: 1, fBeta: 1 };
  return { iou: both / (found + wanted - both), fBeta: weighted(both / found || 0, both / wanted || 0, BETA_SQUARED) };
}

/** (1 + β²)·P·R / (β²·P + R); 0 when both are. */
export function weighted(precision, recall, betaSquared) {
  const divisor = betaSquared * precision + recall;
  return divisor === 0 ? 0 : ((1 + betaSquared) * precision * recall) / divisor;
}
