import { describe, expect, it } from 'vitest';
import { widenHalfByBits } from '../../../utils/inference/weights';
import { load } from './load';

const { fromHalves, toHalves } = await load('models/halves.mjs');

const everyHalf = Uint16Array.from({ length: 65_536 }, (_, half) => half);
const everyFloat = widenHalfByBits(everyHalf.buffer);
const bitsOf = (...floats: number[]): number[] =>
  Array.from(new Uint16Array(toHalves(Float32Array.from(floats)).buffer));

describe('fromHalves', () => {
  it('reads all 65536 halves as the loader does', () => {
    expect(fromHalves(new Uint8Array(everyHalf.buffer))).toEqual(everyFloat);
  });

  it('reads also from an odd address', () => {
    const shifted = new Uint8Array(5);
    shifted.set(new Uint8Array(Uint16Array.of(0x3c00, 0xc000).buffer), 1);
    expect(Array.from(fromHalves(shifted.subarray(1)))).toEqual([1, -2]);
  });
});

describe('toHalves', () => {
  it('gives every half back, bit by bit; all that are not a number become one', () => {
    const back = new Uint16Array(toHalves(everyFloat).buffer);
    const wrong = Array.from(everyHalf).filter((half) => {
      const isNumber = (half & 0x7fff) <= 0x7c00;
      return isNumber ? back[half] !== half : ((back[half] ?? 0) & 0x7fff) <= 0x7c00;
    });
    expect(wrong).toEqual([]);
  });

  it('rounds what lies between two halves to the nearer one, everywhere', () => {
    // For all finite neighbours: a third of the way goes back, two thirds go on. Float32 holds both exactly enough.
    const [thirds, expected]: [number[], number[]] = [[], []];
    for (let half = 0; half < 0x7bff; half++) {
      const [low = 0, high = 0] = [everyFloat[half], everyFloat[half + 1]];
      thirds.push(low + (high - low) / 3, low + (2 * (high - low)) / 3, -low - (high - low) / 3);
      expected.push(half, half + 1, 0x8000 | half);
    }
    expect(Array.from(new Uint16Array(toHalves(Float32Array.from(thirds)).buffer))).toEqual(expected);
  });

  it('rounds the middle of two to the even one', () => {
    expect(bitsOf(1 + 2 ** -11, 1 + 3 * 2 ** -11, 2049, 2051)).toEqual([0x3c00, 0x3c02, 0x6800, 0x6802]);
  });

  it('knows subnormals, also at their edges', () => {
    expect(bitsOf(2 ** -24, 2 ** -25, 3 * 2 ** -25, 2 ** -14 - 2 ** -24)).toEqual([1, 0, 2, 0x03ff]);
    expect(bitsOf(2 ** -14 - 2 ** -26, 2 ** -14, -(2 ** -24), 1e-30)).toEqual([0x0400, 0x0400, 0x8001, 0]);
  });

  it('makes infinity of what is too large, from the middle between 65504 and 65536 on', () => {
    expect(bitsOf(65_504, 65_519, 65_520, 1e30, -1e30)).toEqual([0x7bff, 0x7bff, 0x7c00, 0x7c00, 0xfc00]);
  });

  it('keeps the sign of zero', () => {
    expect(bitsOf(0, -0)).toEqual([0, 0x8000]);
  });
});
