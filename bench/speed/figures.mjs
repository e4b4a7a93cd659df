/** What one side is measured by: a first photo, further ones, and what they took. */
import { childrenMiB, watchPeak } from '../../scripts/measure/memory.mjs';
import { median } from './rows.mjs';

/** Reading the memory of a dozen processes takes some 20 ms of a core each time, so no run that is timed is sampled. */
const SAMPLE_MS = 250;

/**
 * @param {{longestTaskMs: () => Promise<number>}} session a fresh browser
 * @param {(session: object) => Promise<number>} cut the milliseconds that one photo took
 * @param {typeof peakDuring} peakOf
 * @returns {Promise<import('./rows.mjs').Figures>}
 */
export async function figuresOf(session, cut, warmRuns, peakOf = peakDuring) {
  const coldMs = Math.round(await cut(session));
  const warm = [];
  for (let i = 0; i < warmRuns; i++) warm.push(await cut(session));
  const longestTaskMs = Math.round(await session.longestTaskMs());
  const peakMiB = await peakOf(() => cut(session));
  return { coldMs, warmMs: Math.round(median(warm)), longestTaskMs, peakMiB };
}

/** Null where memory cannot be read; `act` is then left out. */
async function peakDuring(act) {
  if (childrenMiB() === null) return null;
  const peak = watchPeak(SAMPLE_MS);
  try {
    await act();
  } finally {
    peak();
  }
  return peak();
}
