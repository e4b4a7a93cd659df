import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_BELOW, MIN_SUBJECT_SHARE, postprocess } from '../../../utils/pipeline/postprocess';
import type { Matte } from '../../../utils/pipeline/raster';
import { largestDifference, paintMatte, softDisc } from './scenes';

const WIDTH = 80;
const HEIGHT = 50;
const good = () => paintMatte(WIDTH, HEIGHT, softDisc);
const flat = (value: number) => paintMatte(WIDTH, HEIGHT, () => value);

function withValue(value: number): Matte {
  const matte = good();
  matte.data[1234] = value;
  return matte;
}

/** `count` pixels of certain subject on faint noise. */
function specks(count: number): Matte {
  const matte = paintMatte(WIDTH, HEIGHT, (u, v) => (u * 3.7 + v * 5.1) % 0.3);
  matte.data.fill(0.9, 0, count);
  return matte;
}

describe('postprocess', () => {
  it('hands a good matte through unchanged', () => {
    expect(postprocess(good())).toEqual({ ok: true, matte: good() });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('calls a single %d broken', (value) => {
    expect(postprocess(withValue(value))).toEqual({ ok: false, reason: 'broken-output' });
  });

  it.each([0.5, 0.999, 0.2, EMPTY_BELOW * 1.01, -0.5, 1e30])('calls a flat %d broken', (value) => {
    expect(postprocess(flat(value))).toEqual({ ok: false, reason: 'broken-output' });
  });

  it.each([0, EMPTY_BELOW * 0.99, -1e-6])('calls a flat %d an empty picture', (value) => {
    expect(postprocess(flat(value))).toMatchObject({ ok: false, reason: 'no-subject' });
  });

  it('lets a photo be all subject', () => {
    expect(postprocess(flat(1))).toEqual({ ok: true, matte: flat(1) });
  });

  it('hands what little there is on to "Cut anyway", stretched to its own maximum', () => {
    const faint = paintMatte(WIDTH, HEIGHT, (u, v) => 0.08 * softDisc(u, v));
    const verdict = postprocess(faint);
    if (verdict.ok || verdict.reason !== 'no-subject') throw new Error('a subject in a matte of 0.08');
    expect(largestDifference(verdict.anyway.data, good().data)).toBeLessThan(1e-6);
  });

  it('hands an empty matte on as it is', () => {
    expect(postprocess(flat(0))).toEqual({ ok: false, reason: 'no-subject', anyway: flat(0) });
  });

  it('does not stretch faint noise into a subject', () => {
    expect(postprocess(specks(0))).toMatchObject({ ok: false, reason: 'no-subject' });
  });

  it('lets strong noise through: it is not for this stage to judge taste', () => {
    const noise = paintMatte(WIDTH, HEIGHT, (u, v) => (u * 91.7 + v * 57.1) % 1);
    expect(postprocess(noise).ok).toBe(true);
  });

  it('draws the line of the smallest subject exactly', () => {
    const least = Math.ceil(WIDTH * HEIGHT * MIN_SUBJECT_SHARE);
    expect(postprocess(specks(least)).ok).toBe(true);
    expect(postprocess(specks(least - 1))).toMatchObject({ ok: false, reason: 'no-subject' });
  });

  it('clamps to 0–1 and changes nothing else', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 3, noNaN: true }), (value) => {
        const verdict = postprocess(withValue(value));
        const stored = Math.fround(value);
        const truth = good().data;
        truth[1234] = Math.min(1, Math.max(0, stored));
        expect(verdict).toEqual({ ok: true, matte: { width: WIDTH, height: HEIGHT, data: truth } });
      }),
    );
  });

  it('leaves the raw output as it was', () => {
    const raw = withValue(1.5);
    postprocess(raw);
    expect(raw.data[1234]).toBe(1.5);
  });
});
