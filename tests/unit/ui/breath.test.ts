import { describe, expect, it } from 'vitest';
import { breathAt } from '@/utils/ui/breath';

const TICK_MS = 250;
const moments = Array.from({ length: 40 }, (_, i) => 1_764_000_000_123 + i * TICK_MS);

describe('the veil over a picture at work', () => {
  it('comes and goes, and hides the picture at no moment', () => {
    const seen = moments.map(breathAt);
    expect(Math.min(...seen)).toBeLessThan(0.05);
    expect(Math.max(...seen)).toBeGreaterThan(0.35);
    expect(Math.max(...seen)).toBeLessThanOrEqual(0.4);
  });

  it('never jumps from one render to the next', () => {
    const steps = moments.map((now) => Math.abs(breathAt(now + TICK_MS) - breathAt(now)));
    expect(Math.max(...steps)).toBeLessThan(0.1);
  });
});
