import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAttempts } from '@/utils/account/account';
import { charge, LONGEST_WAIT_MS, waitAfter } from '@/utils/account/backoff';
import { T0 } from './world';

/** Charges at these times, one after the other; what each had to wait. */
function waits(times: readonly number[]): number[] {
  let attempts: StoredAttempts | undefined;
  return times.map((now) => {
    const charged = charge('ada', attempts, now);
    attempts = charged.attempts;
    return charged.waitMs;
  });
}

describe('waiting after wrong guesses', () => {
  it('doubles from the third on, up to a quarter of an hour [P-GUESSING]', () => {
    expect([1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 5000, 10_000, 20_000, 40_000]);
    expect(waitAfter(11)).toBe(LONGEST_WAIT_MS);
    expect(waitAfter(5000)).toBe(LONGEST_WAIT_MS);
  });

  it('is over to the millisecond', () => {
    expect(waits([T0, T0, T0, T0 + 4999, T0 + 5000])).toEqual([0, 0, 0, 1, 0]);
  });

  it('is not prolonged by who asks while waiting', () => {
    expect(waits([T0, T0, T0, T0 + 1000, T0 + 2000, T0 + 5000])).toEqual([0, 0, 0, 4000, 3000, 0]);
  });

  it('begins again when the clock is set back, and then runs with it', () => {
    const back = T0 - 3_600_000;
    expect(waits([T0, T0, T0, back, back + 1000, back + 5000])).toEqual([0, 0, 0, 5000, 4000, 0]);
  });

  it('a clock set back costs nothing where nothing was to wait for', () => {
    expect(waits([T0, T0 - 3_600_000])).toEqual([0, 0]);
  });

  it('is never shorter than time really passed asks for, however the clock is set back', () => {
    const step = fc.record({ passes: fc.nat(60_000), setBack: fc.nat(600_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let attempts: StoredAttempts | undefined;
        let real = 0;
        let clock = T0;
        let freeAt = 0;
        for (const { passes, setBack } of steps) {
          real += passes;
          clock += passes - setBack;
          const charged = charge('ada', attempts, clock);
          attempts = charged.attempts;
          expect(charged.waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
          if (charged.waitMs > 0) continue;
          expect(real).toBeGreaterThanOrEqual(freeAt);
          freeAt = real + charged.attempts.waitMs;
        }
      }),
    );
  });

  it('lets 6 guesses through in the first minute, 13 in the first hour and 4 in each later one, however often one tries', () => {
    const everySecond = Array.from({ length: 7200 }, (_, i) => T0 + i * 1000);
    const through = waits(everySecond).map((wait) => wait === 0);
    expect(through.slice(0, 60).filter(Boolean)).toHaveLength(6);
    expect(through.slice(0, 3600).filter(Boolean)).toHaveLength(13);
    expect(through.slice(3600).filter(Boolean)).toHaveLength(4);
  });
});
