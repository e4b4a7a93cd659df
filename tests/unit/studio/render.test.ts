import { describe, expect, it } from 'vitest';
import { type Edits, NO_EDITS, parseEdits } from '@/utils/studio/edits';
import { applyPreset, PRESETS } from '@/utils/studio/presets';
import { render } from '@/utils/studio/render';
import { resample } from '@/utils/studio/resample';
import { block, CLEAR, pixel, RED, raster } from './scene';

const BOX = { x: 30, y: 20, width: 40, height: 50 };
const cutout = block(100, 80, BOX);
const edited = (change: Partial<Edits>) => render(cutout, { ...NO_EDITS, ...change });
const WHITE = { kind: 'colour', colour: '#ffffff' } as const;

describe('render', () => {
  it('without edits gives every bit back', () => {
    expect(render(cutout, NO_EDITS)).toBe(cutout);
  });

  it('never changes the cutout it is given', () => {
    const before = cutout.data.slice();
    for (const preset of PRESETS) render(cutout, applyPreset(NO_EDITS, preset));
    edited({ background: WHITE });
    expect(cutout.data).toEqual(before);
  });

  it('cropped to the subject keeps its pixels, bit by bit', () => {
    const soft = raster(9, 9, (x, y) => (x === 4 && y > 2 && y < 6 ? [10 * y, 7, 3, 60 * y - 100] : CLEAR));
    const cropped = render(soft, { ...NO_EDITS, frame: { ...NO_EDITS.frame, content: 'subject' } });
    expect([cropped.width, cropped.height]).toEqual([1, 3]);
    for (const row of [0, 1, 2]) expect(pixel(cropped, 0, row)).toEqual(pixel(soft, 4, row + 3));
  });

  it('puts what is half there half upon the colour, and leaves what is opaque', () => {
    const half = raster(2, 1, (x) => (x === 0 ? [200, 100, 0, 128] : RED));
    const done = render(half, { ...NO_EDITS, background: { kind: 'colour', colour: '#0064c8' } });
    expect(pixel(done, 0, 0)).toEqual([100, 100, 100, 255]);
    expect(pixel(done, 1, 0)).toEqual([...RED]);
  });

  it('a margin is room on each side', () => {
    const frame = { ...NO_EDITS.frame, content: 'subject', margin: 0.1 } as const;
    const done = edited({ frame, background: WHITE });
    expect([done.width, done.height]).toEqual([50, 63]);
    expect(pixel(done, 4, 30)).toEqual([255, 255, 255, 255]);
    expect(pixel(done, 5, 30)).toEqual([...RED]);
    expect(pixel(done, 44, 30)).toEqual([...RED]);
    expect(pixel(done, 45, 30)).toEqual([255, 255, 255, 255]);
  });

  it.each(PRESETS)('$id: of its size, the subject as large as it says', (preset) => {
    const edits = applyPreset(NO_EDITS, preset);
    const done = render(cutout, edits);
    const { longSide, margin } = edits.frame;
    if (longSide) expect(Math.max(done.width, done.height)).toBe(longSide);
    const column = Math.floor(done.width / 2);
    const rows = Array.from({ length: done.height }, (_, y) => pixel(done, column, y));
    const red = rows.filter(([r = 0, g = 0]) => r > 150 && g < 100).length;
    // The block is as tall as any of the aspects asks: its height is what fills the frame.
    const tall = (1 - 2 * margin) * done.height;
    const enlarged = tall / BOX.height;
    expect(Math.abs(red - tall)).toBeLessThanOrEqual(enlarged);
    const corner = edits.background.kind === 'colour' ? [255, 255, 255, 255] : [0, 0, 0, 0];
    if (margin > 0) expect(pixel(done, 0, 0)).toEqual(corner);
  });
});

describe('a shadow', () => {
  const shadow = { ...NO_EDITS.shadow, kind: 'drop', angle: 90, distance: 0.2, blur: 0, opacity: 0.5 } as const;

  it('without blur is the outline, moved: black, half there, below the subject only', () => {
    const done = edited({ shadow });
    expect(pixel(done, 50, 69)).toEqual([...RED]);
    expect(pixel(done, 50, 75)).toEqual([0, 0, 0, 128]);
    expect(pixel(done, 50, 19)).toEqual([0, 0, 0, 0]);
    expect(pixel(done, 28, 75)).toEqual([0, 0, 0, 0]);
  });

  it('darkens the colour behind it by its opacity', () => {
    expect(pixel(edited({ shadow, background: WHITE }), 50, 75)).toEqual([127, 127, 127, 255]);
  });

  it('blurred fades out on all sides and never exceeds its opacity', () => {
    const done = edited({ shadow: { ...shadow, blur: 0.08 } });
    const column = Array.from({ length: 10 }, (_, i) => pixel(done, 50, 70 + i)[3] ?? 0);
    expect(Math.max(...column)).toBeLessThanOrEqual(128);
    expect(column.every((alpha, i) => i === 0 || alpha <= (column[i - 1] ?? 0))).toBe(true);
    expect(column.at(-1)).toBeGreaterThan(0);
  });

  it('of contact lies at the foot, flat', () => {
    const done = edited({ shadow: { ...shadow, kind: 'contact', opacity: 1 } });
    expect(pixel(done, 50, 70)).toEqual([0, 0, 0, 255]);
    expect(pixel(done, 50, 72)[3]).toBe(0);
    expect(pixel(done, 20, 70)[3]).toBe(0);
    expect(pixel(done, 50, 18)[3]).toBe(0);
  });
});

describe('resample', () => {
  it('mixes no colour of what is transparent into an edge', () => {
    const edge = raster(8, 8, (x) => (x < 3 ? RED : [0, 255, 0, 0]));
    for (const side of [3, 5, 16]) {
      const { data } = resample(edge, side, side);
      for (let i = 0; i < data.length; i += 4) {
        if ((data[i + 3] ?? 0) > 0) expect([...data.subarray(i, i + 3)]).toEqual(RED.slice(0, 3));
      }
    }
  });

  it('keeps the sum of alpha', () => {
    const sum = (data: Uint8ClampedArray) => data.reduce((all, value, i) => (i % 4 === 3 ? all + value : all), 0);
    const small = resample(cutout, 50, 40);
    expect(sum(small.data) * 4).toBeCloseTo(sum(cutout.data), -3);
  });
});

describe('parseEdits', () => {
  it('gives back what it is given', () => {
    for (const preset of PRESETS) {
      const edits = applyPreset(NO_EDITS, preset);
      expect(parseEdits(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
    }
  });

  it.each([
    null,
    'edits',
    [],
    { background: { kind: 'colour', colour: 'url(x)' } },
    { background: { kind: 'gradient', colours: ['#ffffff'] }, edge: { shift: 1, feather: -1 } },
    { frame: { turned: 45, mirrored: 1, margin: 7, aspect: '1:0', longSide: 1e9, content: 3 } },
    { shadow: { kind: 'neon', angle: Number.NaN, distance: -1, blur: '1', opacity: 2 } },
  ])('%j is as if there were none', (broken) => {
    expect(parseEdits(broken)).toEqual(NO_EDITS);
  });
});
