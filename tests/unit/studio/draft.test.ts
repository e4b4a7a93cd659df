/** While a slider is dragged fewer pixels are shown: they must look like those that follow when it is let go. */
import { describe, expect, it } from 'vitest';
import { DRAFT_PIXELS } from '@/entrypoints/studio/draft-size';
import { shapedOf } from '@/entrypoints/studio/shaped';
import { shrink } from '@/utils/pipeline/preview';
import type { Raster } from '@/utils/pipeline/raster';
import { type Edge, MAX_EDGE, MAX_SMOOTH, NO_EDITS } from '@/utils/studio/edits';
import { raster } from './scene';

const [WIDTH, HEIGHT] = [1600, 1200];

/** A wavy disc with a soft rim: no straight edge and no corner. */
const cutout = raster(WIDTH, HEIGHT, (x, y) => {
  const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
  const radius = HEIGHT * 0.36 * (1 + 0.1 * Math.sin(Math.atan2(dy, dx) * 9));
  const alpha = Math.round(255 * Math.min(1, Math.max(0, (radius - Math.hypot(dx, dy)) / 4 + 0.5)));
  return alpha === 0 ? [0, 0, 0, 0] : [100 + x / 16, 90, 60 + y / 12, alpha];
});

/** And how far off the draft's edge may be, in its own pixels: less than one, or it would jump when the slider is let go. */
const wishes: readonly (readonly [name: string, wish: Partial<Edge>, limit: number])[] = [
  ['tighter', { shift: MAX_EDGE / 2 }, 0.5],
  ['wider', { shift: -MAX_EDGE / 2 }, 0.55],
  ['softer', { feather: MAX_EDGE / 2 }, 0.3],
  ['a little softer', { feather: MAX_EDGE / 10 }, 0.3],
  ['smoother', { smooth: MAX_SMOOTH }, 0.2],
  ['all at once', { shift: MAX_EDGE / 3, feather: MAX_EDGE / 4, smooth: MAX_SMOOTH / 2 }, 0.8],
];

/** Opaque pixels that are more or less, by the contour's length. */
function edgeError(draft: Raster, final: Raster): number {
  let sum = 0;
  for (let i = 3; i < draft.data.length; i += 4) sum += Math.abs((draft.data[i] ?? 0) - (final.data[i] ?? 0)) / 255;
  const contour = 2 * Math.PI * 0.36 * draft.height * 1.3;
  return sum / contour;
}

/** The most that any colour of it is off, where it can be seen. */
function colourError(draft: Raster, final: Raster): number {
  let most = 0;
  for (let i = 0; i < draft.data.length; i += 4) {
    if ((draft.data[i + 3] ?? 0) < 26 || (final.data[i + 3] ?? 0) < 26) continue;
    for (const c of [0, 1, 2]) most = Math.max(most, Math.abs((draft.data[i + c] ?? 0) - (final.data[i + c] ?? 0)));
  }
  return most;
}

describe.each(DRAFT_PIXELS)('a draft of %i pixels', (pixels) => {
  const small = shrink(cutout, pixels);

  it.each(wishes)('%s', (_, wish, limit) => {
    const edge = { ...NO_EDITS.edge, ...wish };
    const draft = shapedOf({ cutout: small, photo: null, isDraft: true }, edge);
    const final = shrink(shapedOf({ cutout, photo: null, isDraft: false }, edge), pixels);
    expect(edgeError(draft, final)).toBeLessThan(limit);
    expect(colourError(draft, final)).toBeLessThanOrEqual(8);
  });
});
