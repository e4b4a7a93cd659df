import { describe, expect, it } from 'vitest';
import { middleOf, parted } from '@/entrypoints/studio/pinch';

const at = (x: number, y: number) => ({ x, y });

describe('two fingers', () => {
  it('part by how much further they are from each other, however they lie', () => {
    expect(parted([at(100, 100), at(200, 100)], [at(50, 100), at(250, 100)])).toBe(2);
    expect(parted([at(0, 0), at(30, 40)], [at(110, 10), at(140, 50)]), 'turned and moved').toBe(1);
    expect(parted([at(0, 0), at(0, 80)], [at(0, 0), at(20, 0)])).toBe(0.25);
  });

  it('that touch each other tell nothing', () => {
    expect(parted([at(5, 5), at(5, 5)], [at(0, 5), at(10, 5)])).toBe(1);
    expect(parted([at(0, 5), at(10, 5)], [at(5, 5), at(5, 5)])).toBe(1);
  });

  it('are the first two of more', () => {
    expect(parted([at(0, 0), at(10, 0), at(99, 99)], [at(0, 0), at(40, 0), at(9, 9)])).toBe(4);
    expect(middleOf([at(0, 0), at(40, 20), at(9, 9)])).toEqual(at(20, 10));
  });
});
