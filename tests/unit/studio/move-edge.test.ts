/** Erosion and dilation against their definition, sample by sample: what is skipped must not have mattered. */
import { describe, expect, it } from 'vitest';
import type { AlphaPlane } from '@/utils/studio/alpha-plane';
import { moveEdge } from '@/utils/studio/move-edge';

const WIDTH = 67;
const HEIGHT = 53;

const plane = (at: (x: number, y: number) => number): AlphaPlane => ({
  width: WIDTH,
  height: HEIGHT,
  data: Uint8ClampedArray.from({ length: WIDTH * HEIGHT }, (_, i) => at(i % WIDTH, Math.floor(i / WIDTH))),
});

/** The octagon as a list of steps: a square and two diagonal lines, added up. */
function octagon(radius: number): readonly (readonly [number, number])[] {
  const diagonal = Math.max(0, Math.min(Math.round(radius * 0.366), Math.floor((radius - 1) / 2)));
  const square = radius - 2 * diagonal;
  const line = (reach: number) => Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const steps = line(square).flatMap((x) =>
    line(square).flatMap((y) =>
      line(diagonal).flatMap((a) => line(diagonal).map((b) => [x + a + b, y + a - b] as const)),
    ),
  );
  return [...new Map(steps.map((step) => [step.join(), step])).values()];
}

function leastAround({ data }: AlphaPlane, radius: number): number[] {
  const steps = octagon(radius);
  return Array.from(data, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const seen = steps.map(([dx, dy]) => [x + dx, y + dy] as const);
    const inside = seen.filter(([sx, sy]) => sx >= 0 && sy >= 0 && sx < WIDTH && sy < HEIGHT);
    return inside.reduce((least, [sx, sy]) => Math.min(least, data[sy * WIDTH + sx] ?? 255), 255);
  });
}

const disc = plane((x, y) => Math.min(255, Math.max(0, (18 - Math.hypot(x - 30, y - 26)) * 60)));
const scenes = {
  'a soft disc': disc,
  'a subject cut off at every border': plane((x, y) => (Math.hypot(x - 33, y - 26) < 36 ? 255 : 0)),
  'a thin line and a dot': plane((x, y) => (x === 11 || (x === 48 && y === 32) ? 255 : 0)),
  'half transparent and level, with a hole': plane((x, y) => (x > 30 && x < 34 && y > 15 && y < 18 ? 90 : 180)),
  noise: plane((x, y) => (x * 7919 + y * 104729 + x * y * 31) % 256),
};

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  it.each([1, 2, 5, 12])('moved by %i', (radius) => {
    const [inwards, outwards] = [radius, -radius].map((distance) => {
      const moved = { ...scene, data: scene.data.slice() };
      moveEdge(moved, distance);
      return [...moved.data];
    });
    expect(inwards).toEqual(leastAround(scene, radius));
    const inverted = { ...scene, data: scene.data.map((alpha) => 255 - alpha) };
    expect(outwards).toEqual(leastAround(inverted, radius).map((alpha) => 255 - alpha));
  });
});

it('between two whole pixels in proportion', () => {
  const moved = { ...disc, data: disc.data.slice() };
  moveEdge(moved, 2.25);
  const near = plane(() => 0);
  near.data.set(leastAround(disc, 2));
  const far = leastAround(near, 1);
  const between = Uint8ClampedArray.from(near.data, (alpha, i) => alpha * 0.75 + (far[i] ?? 0) * 0.25);
  expect([...moved.data]).toEqual([...between]);
});
