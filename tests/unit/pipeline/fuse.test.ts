import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../../utils/pipeline/fuse';
import { largestDifference, paintMatte, softDisc } from './scenes';

const SIDE = 64;
const flat = (value: number, side = SIDE) => paintMatte(side, side, () => value);
const disc = (side = SIDE) => paintMatte(side, side, softDisc);

/** By hand: the weighted mean of the log-odds, three parts of the detail to two of the context. */
function mixed(detail: number, context: number): number {
  const odds = (detail / (1 - detail)) ** 0.6 * (context / (1 - context)) ** 0.4;
  return odds / (1 + odds);
}

describe('where both agree', () => {
  it('the detail comes out bit by bit', () => {
    expect(fuse(disc(), disc()).data).toEqual(disc().data);
    const hazy = paintMatte(SIDE, SIDE, (u, v) => 0.05 + 0.9 * softDisc(u, v));
    expect(fuse(disc(), hazy).data).toEqual(disc().data);
  });

  it('sizes may differ: the answer has the detail’s', () => {
    const { width, height, data } = fuse(disc(96), disc(40));
    expect({ width, height }).toEqual({ width: 96, height: 96 });
    expect(data).toEqual(disc(96).data);
  });

  it('a fine line that only the detail has stays: it is no thing of its own', () => {
    const thin = paintMatte(256, 256, (u) => (Math.floor(u * 256) === 128 ? 1 : 0));
    expect(fuse(thin, flat(0, 64)).data).toEqual(thin.data);
  });
});

describe('hair and fur', () => {
  const WIDE = 256;
  /** Strands two pixels wide and two apart over the left half, which the context does not see. */
  const strands = paintMatte(WIDE, WIDE, (u) => (u < 0.5 && Math.floor(u * WIDE) % 4 < 2 ? 1 : 0));
  const solid = paintMatte(WIDE, WIDE, (u) => (u < 0.5 ? 0.5 : 0));
  const middle = (WIDE / 2) * WIDE + WIDE / 4;

  it('that only the detail sees stay as they are', () => {
    const { data } = fuse(strands, flat(0));
    expect(data.slice(middle - 8, middle + 8)).toEqual(strands.data.slice(middle - 8, middle + 8));
  });

  it('a solid thing of the same mean does not', () => {
    expect(fuse(solid, flat(0)).data[middle]).toBeLessThan(0.1);
  });
});

describe('where they disagree', () => {
  it.each([
    [0.9, 0.1],
    [0.2, 0.7],
    [0.99, 0.5],
  ])('altogether, %d and %d, it is the mean of their log-odds', (detail, context) => {
    const { data } = fuse(flat(detail), flat(context));
    expect(largestDifference(data, flat(mixed(detail, context)).data)).toBeLessThan(1e-5);
  });

  it('half, it is half of the way there', () => {
    const { data } = fuse(flat(0.6), flat(0.4));
    const half = 0.6 + (mixed(0.6, 0.4) - 0.6) / 2;
    expect(largestDifference(data, flat(half).data)).toBeLessThan(1e-5);
  });

  it('a thing only the small network sees is lifted; the rest stays as it was', () => {
    const corner = (u: number, v: number) => (u < 0.3 && v < 0.3 ? 1 : 0);
    const before = paintMatte(SIDE, SIDE, (u, v) => (corner(u, v) ? 0.3 : softDisc(u, v)));
    const seen = paintMatte(32, 32, (u, v) => Math.max(corner(u, v), softDisc(u, v)));
    const { data } = fuse(before, seen);
    const at = (u: number, v: number) => Math.floor(v * SIDE) * SIDE + Math.floor(u * SIDE);
    expect(data[at(0.12, 0.12)]).toBeGreaterThan(0.8);
    for (const place of [at(0.5, 0.5), at(0.9, 0.1), at(0.1, 0.9)]) expect(data[place]).toBe(before.data[place]);
  });

  it('certainty does not outvote everything: 0 against 1 gives a number between', () => {
    for (const [detail, context] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const [value = Number.NaN] = fuse(flat(detail), flat(context)).data;
      expect(value).toBeGreaterThan(0.1);
      expect(value).toBeLessThan(0.9);
    }
  });
});

describe('what nobody hopes for', () => {
  it('NaN stays NaN, whoever says it', () => {
    const speck = disc();
    speck.data[SIDE * 32 + 32] = Number.NaN;
    expect(fuse(speck, disc()).data[SIDE * 32 + 32]).toBeNaN();
    expect(fuse(disc(), speck).data.some(Number.isNaN)).toBe(true);
  });

  it('any alphas, 0 and 1 and a little beyond among them, give a number from 0 to 1 or the detail’s own', () => {
    const alpha = fc.oneof(fc.constantFrom(0, 1, -1e-6, 1 + 1e-6), fc.double({ min: 0, max: 1, noNaN: true }));
    const values = fc.array(alpha, { minLength: 64, maxLength: 64 });
    const matte = (data: number[]) => ({ width: 8, height: 8, data: Float32Array.from(data) });
    fc.assert(
      fc.property(values, values, (detail, context) => {
        const own = matte(detail);
        fuse(own, matte(context)).data.forEach((value, i) => {
          if (value === own.data[i]) return;
          expect(value).toBeGreaterThanOrEqual(-1e-5);
          expect(value).toBeLessThanOrEqual(1 + 1e-5);
        });
      }),
    );
  });

  it('leaves both as they were', () => {
    const [detail, context] = [flat(0.9), disc(32)];
    fuse(detail, context);
    expect([detail, context]).toEqual([flat(0.9), disc(32)]);
  });
});
