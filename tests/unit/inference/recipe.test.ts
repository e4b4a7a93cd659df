import { describe, expect, it } from 'vitest';
import { modelSpec } from '@/utils/inference/model-table';
import { largestSide, recipeFor } from '@/utils/inference/recipe';
import { QUALITIES } from '@/utils/jobs/job';
import { RUNGS } from '@/utils/jobs/rungs';

const EVERY = RUNGS.flatMap((rung) => QUALITIES.map((quality) => ({ rung, quality })));
const pixels = ({ rung, quality }: (typeof EVERY)[number]) =>
  recipeFor(rung, quality).detail.reduce((sum, { side }) => sum + side ** 2, 0);

describe.each(EVERY)('$quality on $rung', ({ rung, quality }) => {
  const { detail, context } = recipeFor(rung, quality);

  it('looks at least once, at sizes that lose nothing to rounding in the network', () => {
    expect(detail.length).toBeGreaterThan(0);
    for (const { side } of detail) expect(side % Math.max(64, modelSpec('isnet').sizeStep)).toBe(0);
    expect(context.side % modelSpec('u2netp').sizeStep).toBe(0);
  });

  it('looks no closer than the networks were trained to', () => {
    for (const { side } of detail) expect(side).toBeLessThanOrEqual(modelSpec('isnet').inputSize);
    expect(context.side).toBeLessThanOrEqual(modelSpec('u2netp').inputSize);
  });

  it('never looks twice in the same way', () => {
    const ways = detail.map(({ side, flip }) => `${side} ${flip}`);
    expect(new Set(ways).size).toBe(ways.length);
  });
});

it.each(QUALITIES)('the largest square planned for a GPU at %s is the one it gets', (quality) => {
  const { detail } = recipeFor('webgpu-fp16', quality);
  expect(largestSide(quality)).toBe(Math.max(...detail.map(({ side }) => side)));
});

it.each(RUNGS)('a better quality on %s is more work, a GPU never gets less than a CPU', (rung) => {
  const work = (['fast', 'balanced', 'best'] as const).map((quality) => pixels({ rung, quality }));
  expect(work).toEqual(work.toSorted((a, b) => a - b));
  expect(new Set(work).size).toBe(3);
  for (const quality of QUALITIES) {
    expect(pixels({ rung: 'webgpu-fp16', quality })).toBeGreaterThanOrEqual(pixels({ rung: 'wasm', quality }));
  }
});
