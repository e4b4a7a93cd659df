import { describe, expect, it } from 'vitest';
import { despeckle } from '../../../utils/pipeline/despeckle';
import type { Matte } from '../../../utils/pipeline/raster';
import { paintMatte, softDisc } from './scenes';

const WIDTH = 320;
const HEIGHT = 200;

/** The soft disc, with something painted over it; coordinates in pixels of the matte. */
function discWith(paint: (x: number, y: number, disc: number) => number): Matte {
  return paintMatte(WIDTH, HEIGHT, (u, v) => paint(u * WIDTH, v * HEIGHT, softDisc(u, v)));
}

const disc = () => discWith((_x, _y, alpha) => alpha);
const near = (x: number, y: number, cx: number, cy: number, radius: number) => Math.hypot(x - cx, y - cy) < radius;

describe('what goes', () => {
  it.each([
    ['a hard speck', (x: number, y: number) => (near(x, y, 30, 30, 1.8) ? 1 : 0)],
    ['a faint speck', (x: number, y: number) => (near(x, y, 300, 180, 3) ? 0.3 : 0)],
    ['a speck in the corner', (x: number, y: number) => (x < 3 && y < 3 ? 1 : 0)],
    ['many specks', (x: number, y: number) => (x < 60 && Math.floor(x) % 6 < 2 && Math.floor(y) % 6 < 2 ? 1 : 0)],
  ])('%s', (_, speck) => {
    expect(despeckle(discWith((x, y, alpha) => Math.max(alpha, speck(x, y))))).toEqual(disc());
  });

  it('a pinhole', () => {
    const holed = discWith((x, y, alpha) => (near(x, y, 160.5, 100.5, 0.9) ? 0 : alpha));
    expect(holed).not.toEqual(disc());
    expect(despeckle(holed)).toEqual(disc());
  });
});

describe('what stays', () => {
  const scenes: Readonly<Record<string, Matte>> = {
    'the disc alone': disc(),
    'nothing at all': discWith(() => 0),
    'all of it': discWith(() => 1),
    'a strand on its own, one pixel wide': discWith((x, y, alpha) =>
      Math.floor(y) === 20 && x > 40 && x < 80 ? 1 : alpha,
    ),
    'a faint strand that touches the disc': discWith((x, y, alpha) =>
      Math.max(alpha, Math.floor(x) === 160 && y < 50 ? 0.1 : 0),
    ),
    'a slanting hair, whose pixels touch by their corners': discWith((x, y, alpha) =>
      Math.floor(x) === Math.floor(y) + 5 && y < 30 ? 0.4 : alpha,
    ),
    'two subjects': paintMatte(WIDTH, HEIGHT, (u, v) => Math.max(softDisc(u * 2, v), softDisc(u * 2 - 1, v))),
    'a second, small subject': discWith((x, y, alpha) => (near(x, y, 30, 30, 6) ? 1 : alpha)),
    'a small subject in two halves': discWith((x, y) => (near(x, y, 30, 30, 2.4) || near(x, y, 36, 30, 1.8) ? 1 : 0)),
    'a real hole, as in a mug’s handle': discWith((x, y, alpha) => (near(x, y, 160, 100, 5) ? 0 : alpha)),
    'a slit': discWith((x, y, alpha) => (Math.floor(y) === 100 && x > 140 && x < 170 ? 0 : alpha)),
  };

  it.each(Object.entries(scenes))('%s', (_, scene) => {
    expect(despeckle(scene)).toEqual(scene);
  });
});

it('leaves its input as it is', () => {
  const speckled = discWith((x, y, alpha) => (near(x, y, 30, 30, 1.5) ? 1 : alpha));
  const before = speckled.data.slice();
  despeckle(speckled);
  expect(speckled.data).toEqual(before);
});
