import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Need, placeAll } from '../../../../utils/inference/cpu/arena';

const need = fc
  .record({ bytes: fc.nat(5000), from: fc.nat(20), length: fc.nat(10) })
  .map(({ bytes, from, length }): Need => ({ bytes, from, until: from + length }));

it('two buffers that are needed at the same time never share a byte', () => {
  fc.assert(
    fc.property(fc.array(need, { maxLength: 30 }), (needs) => {
      const { at, bytes } = placeAll(new Map(needs.entries()));
      const spans = needs.map((each, i) => ({ ...each, start: at.get(i) as number }));
      for (const a of spans) {
        expect(a.start % 64).toBe(0);
        expect(a.start + a.bytes).toBeLessThanOrEqual(bytes);
        for (const b of spans) {
          const together = a !== b && a.from <= b.until && b.from <= a.until;
          if (together) expect(a.start >= b.start + b.bytes || b.start >= a.start + a.bytes).toBe(true);
        }
      }
    }),
  );
});

it('buffers that follow each other take the same place', () => {
  const needs = new Map([
    ['first', { bytes: 1000, from: 0, until: 1 }],
    ['second', { bytes: 900, from: 2, until: 3 }],
  ]);
  expect(placeAll(needs)).toEqual({
    at: new Map([
      ['first', 0],
      ['second', 0],
    ]),
    bytes: 1024,
  });
});
