/** How the loader makes an int8 file of a float16 one; the halves here are written by hand. */
import { describe, expect, it } from 'vitest';
import { type Int8Layout, roundToInt8 } from '../../../utils/inference/weights';

const HALF = { '0': 0, '0.25': 0x3400, '0.5': 0x3800, '1': 0x3c00, '-1': 0xbc00, '2': 0x4000, '-3': 0xc200 } as const;
const halves = (...numbers: (keyof typeof HALF)[]) => Uint16Array.from(numbers, (name) => HALF[name]).buffer;

/** One tensor of 2 × 2 channels with two taps each; each test changes one thing. */
const tensor = { from: 0, to: 0, rows: 2, columns: 2, taps: 2, rowScales: [10, 50], columnScales: 'x' };
const layout = (change: Partial<typeof tensor> = {}, bytes = 8): Int8Layout => {
  return { bytes, columnScales: { x: [1, 2] }, tensors: [{ ...tensor, ...change }] };
};
const FILE = halves('1', '-1', '0.25', '2', '0', '0.5', '-1', '0.5');

function rounded(file: ArrayBuffer, how: Int8Layout): number[] {
  return Array.from(new Int8Array(roundToInt8(file, how).buffer));
}

describe('roundToInt8', () => {
  it('multiplies each weight by its row’s scale and its column’s, and rounds', () => {
    // Row 1: 1·10·1, −1·10·1, ¼·10·2, 2·10·2. Row 2: 0·50·1, ½·50·1, −1·50·2, ½·50·2.
    expect(rounded(FILE, layout())).toEqual([10, -10, 5, 40, 0, 25, -100, 50]);
  });

  it('rounds to the nearest, not towards zero', () => {
    expect(rounded(FILE, layout({ rowScales: [3, 0.9] }))).toEqual([3, -3, 2, 12, 0, 0, -2, 1]);
    expect(rounded(FILE, layout({ rowScales: [0.9, 0.9] })).slice(0, 2)).toEqual([1, -1]);
  });

  it('reaches 127 and −127', () => {
    const edges = layout({ rowScales: [127, 63.5] });
    const file = halves('1', '-1', '0.5', '-1', '2', '0', '1', '-1');
    expect(rounded(file, { ...edges, columnScales: { x: [1, 1] } })).toEqual([127, -127, 64, -127, 127, 0, 64, -63]);
  });

  it('reads where the tensor begins in the file, and writes where it begins in the weights', () => {
    const shifted = halves('2', '2', '2', '1', '-1', '0.25', '2', '0', '0.5', '-1', '0.5', '-3');
    const { length, ...rest } = rounded(shifted, layout({ from: 6, to: 3 }, 12));
    expect(length).toBe(12);
    expect(Object.values(rest)).toEqual([0, 0, 0, 10, -10, 5, 40, 0, 25, -100, 50, 0]);
  });

  it('leaves the gaps between tensors at 0, and gives every tensor its own columns', () => {
    const two: Int8Layout = {
      bytes: 80,
      columnScales: { x: [1, 2], y: [4] },
      tensors: [tensor, { from: 8, to: 64, rows: 3, columns: 1, taps: 1, rowScales: [1, 2, 3], columnScales: 'y' }],
    };
    const file = rounded(FILE, two);
    expect(file.slice(0, 8)).toEqual([10, -10, 5, 40, 0, 25, -100, 50]);
    expect(file.slice(8, 64)).toEqual(Array(56).fill(0));
    expect(file.slice(64)).toEqual([0, 4, -12, ...Array(13).fill(0)]);
  });

  it('leaves the file as it was', () => {
    const file = FILE.slice(0);
    roundToInt8(file, layout());
    expect(file).toEqual(FILE);
  });
});
