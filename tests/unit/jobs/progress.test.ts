import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionAt } from '@/utils/jobs/progress';
import { STAGES, type Stage, type StageTimes } from '@/utils/pipeline/ports';
import { T0 } from './world';

/** One machine on which every stage takes a second; each test changes one thing. */
const EVEN: StageTimes = Object.fromEntries(STAGES.map((stage) => [stage, 1000]));
const SHARE = 1 / STAGES.length;

const at = (stage: Stage, elapsed: number, expected: StageTimes = EVEN) =>
  fractionAt({ stage, since: T0, expected }, T0 + elapsed);

/** Every moment of a job at which somebody looks: its stages in order, each for some time, asked a few times. */
function fractionsOf(life: readonly { lasts: number; looks: readonly number[] }[], expected: StageTimes): number[] {
  let since = T0;
  return STAGES.flatMap((stage, i) => {
    const { lasts, looks } = life[i] ?? { lasts: 0, looks: [] };
    const moments = [...looks.map((share) => share * lasts), lasts].sort((a, b) => a - b);
    const fractions = moments.map((elapsed) => fractionAt({ stage, since, expected }, since + elapsed));
    since += lasts;
    return fractions;
  });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const life = fc.array(fc.record({ lasts: fc.nat(120_000), looks: fc.array(share, { maxLength: 4 }) }), {
  minLength: STAGES.length,
  maxLength: STAGES.length,
});

/** What stage times may say: any number of milliseconds, for any of the stages. */
const timesOf = (time: fc.Arbitrary<number>): fc.Arbitrary<StageTimes> =>
  fc.record(Object.fromEntries(STAGES.map((stage) => [stage, time])), { requiredKeys: [] });

describe('the bar', () => {
  it('begins at 0', () => {
    expect(at('engine', 0)).toBe(0);
  });

  it('stands at the share of the stages that are over when one begins', () => {
    expect(STAGES.map((stage) => at(stage, 0))).toEqual(STAGES.map((_, i) => expect.closeTo(i * SHARE)));
  });

  it('has filled 86 % of a stage at the time it was expected to take', () => {
    expect(at('infer', 1000) - at('infer', 0)).toBeCloseTo(0.86 * SHARE, 2);
  });

  it('gives a slow stage its larger share', () => {
    const slowInfer = { ...EVEN, infer: 9000 };
    expect(at('postprocess', 0, slowInfer) - at('infer', 0, slowInfer)).toBeCloseTo(9 / (STAGES.length + 8));
  });

  it('still moves in a stage that takes three times as long as it should', () => {
    const looks = [0, 500, 1000, 1500, 2000, 2500, 3000].map((elapsed) => at('infer', elapsed));
    expect(looks).toEqual([...new Set(looks)].sort((a, b) => a - b));
  });

  it('is never full while the last stage runs, however long', () => {
    expect(at('encode', 3_600_000)).toBeLessThan(1);
  });

  it('does not go back when the clock does', () => {
    expect(at('infer', -60_000)).toBe(at('infer', 0));
  });

  it('knows typical times before this machine has measured its own', () => {
    const before = at('infer', 0, {});
    const after = at('postprocess', 0, {});
    expect(before).toBeGreaterThan(0);
    expect(after - before, 'inference is most of the work').toBeGreaterThan(0.5);
  });

  it('moves on over a whole job and is never full, whatever the stages took last time', () => {
    fc.assert(
      fc.property(life, timesOf(fc.nat(600_000)), (stages, expected) => {
        const fractions = fractionsOf(stages, expected);
        for (const [i, fraction] of fractions.entries()) {
          expect(fraction).toBeLessThan(1);
          expect(fraction).toBeGreaterThanOrEqual(fractions[i - 1] ?? 0);
        }
      }),
    );
  });
});

describe('hostile numbers', () => {
  it.each([
    ['zero', 0],
    ['negative', -5000],
    ['not a number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
  ])('an expected time that is %s gives a fraction all the same', (_, time) => {
    const fraction = at('infer', 700, { ...EVEN, infer: time });
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThan(1);
  });

  it('a clock that is not one gives a fraction all the same', () => {
    expect(at('infer', Number.NaN)).toBe(at('infer', 0));
  });

  it('the bar moves on, and never is NaN or full, whatever numbers it is given', () => {
    fc.assert(
      fc.property(life, timesOf(fc.double()), (stages, expected) => {
        const fractions = fractionsOf(stages, expected);
        for (const [i, fraction] of fractions.entries()) {
          expect(fraction).toBeLessThan(1);
          expect(fraction).toBeGreaterThanOrEqual(fractions[i - 1] ?? 0);
        }
      }),
    );
  });
});
