/** What a pointer and keys mean on the stage: steps of a crosshair, zoom of a wheel, where the subject lies, recent colours. */
import { describe, expect, it } from 'vitest';
import { arrowOf, stepped } from '@/entrypoints/studio/brush';
import { wheelZoom, zoomed } from '@/entrypoints/studio/zoom';
import { subjectBounds } from '@/utils/studio/bounds';
import { NO_EDITS, TURNS } from '@/utils/studio/edits';
import { framedRect, layOut, turnedRect, turnedSize } from '@/utils/studio/layout';
import { parseRecent, withRecent } from '@/utils/studio/recent-colours';
import { render } from '@/utils/studio/render';
import { turn } from '@/utils/studio/turn';
import { block } from './scene';

describe('a crosshair', () => {
  it('goes a hundredth of the longer side, as far down as across, and stays on the picture', () => {
    const wide = { width: 400, height: 200 };
    expect(stepped([0.5, 0.5], [1, 0], wide)).toEqual([0.51, 0.5]);
    expect(stepped([0.5, 0.5], [0, -1], wide)).toEqual([0.5, 0.48]);
    expect(stepped([1, 0], [1, -1], wide)).toEqual([1, 0]);
  });

  it.each([
    ['ArrowUp', [0, -1]],
    ['ArrowLeft', [-1, 0]],
    ['a', null],
  ])('%s points to %j', (key, way) => {
    expect(arrowOf(key)).toEqual(way);
  });
});

describe('zooming with the wheel', () => {
  it('goes in upwards and out downwards, and back to where it was', () => {
    expect(wheelZoom(-60)).toBeGreaterThan(1);
    expect(zoomed(zoomed(4, wheelZoom(-60)), wheelZoom(60))).toBeCloseTo(4);
  });

  it('takes one step for a notch however large, and little for a pinch', () => {
    expect(wheelZoom(-5000)).toBe(1.5);
    expect(wheelZoom(5000)).toBeCloseTo(1 / 1.5);
    expect(wheelZoom(-2)).toBeLessThan(1.02);
  });
});

describe('where the subject lies', () => {
  const cutout = block(50, 40, { x: 5, y: 8, width: 20, height: 10 });
  const subject = { x: 5, y: 8, width: 20, height: 10 };
  const all = TURNS.flatMap((turned) => [true, false].map((mirrored) => ({ turned, mirrored })));

  it.each(all)('turned by $turned, mirrored $mirrored', (turning) => {
    const frame = { ...NO_EDITS.frame, ...turning };
    expect(turnedRect(subject, cutout, frame)).toEqual(subjectBounds(turn(cutout, turning)));
  });

  it('in its frame, moved and made smaller', () => {
    const frame = { ...NO_EDITS.frame, turned: 90, margin: 0.1, place: { x: 0.1, y: -0.1, scale: 0.5 } } as const;
    const rect = turnedRect(subject, cutout, frame);
    const there = framedRect(rect, layOut(turnedSize(cutout, frame), rect, frame));
    const seen = subjectBounds(render(cutout, { ...NO_EDITS, frame }));
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      // The filter that makes it smaller reaches a pixel further on each side.
      expect(Math.abs(there[side] - (seen?.[side] ?? Number.NaN))).toBeLessThanOrEqual(2);
    }
  });
});

describe('recent colours', () => {
  it('are the last eight, each once, newest first', () => {
    const colours = Array.from({ length: 9 }, (_, i) => `#00000${i}` as const);
    const recent = colours.reduce<readonly `#${string}`[]>(withRecent, []);
    expect(recent).toHaveLength(8);
    expect(recent[0]).toBe('#000008');
    expect(withRecent(recent, '#000005').slice(0, 2)).toEqual(['#000005', '#000008']);
    expect(withRecent(['#abcdef'], '#ABCDEF')).toHaveLength(1);
  });

  it.each([null, 'red', { 0: '#ffffff' }, ['red', 7, null]])('%j is none', (stored) => {
    expect(parseRecent(stored)).toEqual([]);
  });
});
