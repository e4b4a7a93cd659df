import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from './load';

const { quantisedConv } = await load('models/quantized-conv.mjs');

interface Made {
  readonly columnScales: number[];
  readonly rowScales: number[];
  readonly weightScales: Float32Array;
  readonly bias: Int32Array;
}

/** 1 × 1 kernels: rows of as many weights as there are columns. */
function make(rows: readonly (readonly number[])[], bias: readonly number[], from: number[], into: number[]): Made {
  const dims = [rows.length, from.length, 1, 1];
  const weights = { dims, data: Float32Array.from(rows.flat()) };
  const scales = { from: Float32Array.from(from), into: Float32Array.from(into) };
  return quantisedConv({ weights, bias: { data: Float32Array.from(bias) }, ...scales });
}

/** What QLinearConv makes of bytes, before it rounds: activations of scale 1/255, the Relu's divisor taken out again. */
function run({ columnScales, rowScales, weightScales, bias }: Made, rows: number[][], bytes: number[], into: number[]) {
  return rows.map((row, r) => {
    const sum = row.reduce((total, weight, c) => {
      const rounded = Math.round(weight * (rowScales[r] ?? 0) * (columnScales[c] ?? 0));
      expect(Math.abs(rounded)).toBeLessThanOrEqual(127);
      return total + rounded * (bytes[c] ?? 0);
    }, bias[r] ?? 0);
    expect(Math.abs(sum)).toBeLessThan(2 ** 31);
    return ((sum * (weightScales[r] ?? 0)) / 255) * (into[r] ?? 0);
  });
}

describe('quantisedConv', () => {
  it('says what the convolution says, to the rounding of its weights', () => {
    const rows = [
      [0.5, -0.02, 3],
      [0.001, 0.04, -0.0003],
    ];
    const [bias, from, into] = [
      [0.25, -0.01],
      [2, 8, 0.125],
      [4, 0.5],
    ];
    const made = make(rows, bias, from, into);
    const bytes = [200, 17, 255];
    const said = run(made, rows, bytes, into);
    rows.forEach((row, r) => {
      const exact = row.reduce(
        (sum, weight, c) => sum + weight * (bytes[c] ?? 0) * ((from[c] ?? 0) / 255),
        bias[r] ?? 0,
      );
      const step = Math.max(...row.map((weight, c) => Math.abs(weight * (from[c] ?? 0)))) / 127;
      expect(Math.abs((said[r] ?? 0) - exact)).toBeLessThan(step * row.length);
    });
  });

  it('gives the largest weight of every row the largest byte', () => {
    const rows = [
      [1, -2],
      [0.001, 0.0001],
    ];
    const { rowScales, columnScales } = make(rows, [0, 0], [1, 3], [1, 1]);
    const largest = rows.map((row, r) =>
      Math.max(...row.map((weight, c) => Math.abs(weight * (rowScales[r] ?? 0) * (columnScales[c] ?? 0)))),
    );
    expect(largest.map(Math.round)).toEqual([127, 127]);
  });

  it('a channel that is constant keeps its value: its bias alone', () => {
    for (const weights of [
      [0, 0],
      [1e-9, -1e-9],
    ]) {
      const [value = 0] = run(make([weights], [0.75], [1, 1], [1]), [weights], [255, 255], [1]);
      expect(value).toBeCloseTo(0.75, 5);
    }
  });

  it('a channel that is nothing at all stays nothing, and its scales stay finite', () => {
    const made = make([[0, 0]], [0], [1, 1], [1]);
    expect(made.bias[0]).toBe(0);
    expect(Number.isFinite(made.rowScales[0])).toBe(true);
    expect(made.weightScales[0]).toBeGreaterThan(0);
  });

  it('no bias ever leaves half of int32, so that 4608 products fit beside it', () => {
    const size = fc.double({ min: 1e-8, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(size, fc.double({ min: -1e6, max: 1e6, noNaN: true }), size, size, (weight, bias, from, into) => {
        const { bias: rounded, weightScales } = make([[weight, -weight]], [bias], [from, 1], [into]);
        expect(Math.abs(rounded[0] ?? Number.NaN)).toBeLessThanOrEqual(2 ** 30 * 1.0001);
        const kept = (((rounded[0] ?? 0) * (weightScales[0] ?? 0)) / 255) * into;
        const step = ((weightScales[0] ?? 0) / 255) * into;
        expect(Math.abs(kept - bias)).toBeLessThanOrEqual(step + Math.abs(bias) * 1e-5);
      }),
    );
  });
});
