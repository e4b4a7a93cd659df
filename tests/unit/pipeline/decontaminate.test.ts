/** Built scenes with exact truth: what is left of the old background in hair, against what a naive cutout leaves. */
import { describe, expect, it } from 'vitest';
import { compose } from '../../../utils/pipeline/compose';
import { estimateColours } from '../../../utils/pipeline/decontaminate';
import type { Raster } from '../../../utils/pipeline/raster';
import type { AlphaModel } from '../../../utils/pipeline/refine';
import { workingCopy } from '../../../utils/pipeline/working-copy';
import { fringeError, type Mixture, mixture, SUBJECTS, WALLS } from './mixtures';

/** The model that gives every pixel of the photo its true alpha. */
function truthModel({ photo: { width, height }, alpha }: Mixture): AlphaModel {
  const nothing = new Float32Array(alpha.length);
  return { width, height, factor: 1, red: nothing, green: nothing, blue: nothing, offset: alpha };
}

function cut(scene: Mixture): Raster {
  const { width, height, data } = scene.photo;
  const copy = workingCopy(scene.photo, { width, height, data: scene.alpha });
  const nothing = new Float32Array(copy.alpha.length);
  const small: AlphaModel = { ...copy, red: nothing, green: nothing, blue: nothing, offset: copy.alpha };
  return compose({ width, height, data: data.slice() }, truthModel(scene), estimateColours(copy, small));
}

const CASES = Object.keys(WALLS).flatMap((wall) => Object.keys(SUBJECTS).map((subject) => ({ wall, subject })));

describe.each([
  { width: 420, height: 260 },
  { width: 300, height: 700 },
  { width: 1400, height: 900 },
])('at $width × $height', ({ width, height }) => {
  it.each(CASES)('$subject on a $wall wall keep at most a tenth of its colour', ({ wall, subject }) => {
    const scene = mixture(width, height, wall, subject);
    expect(fringeError(scene, cut(scene))).toBeLessThan(fringeError(scene, scene.photo) / 10);
  });
});

it('12 MP: strands thinner than the samples keep at most a tenth', { timeout: 60_000 }, () => {
  const scene = mixture(4300, 2900, 'graded', 'strands');
  expect(fringeError(scene, cut(scene))).toBeLessThan(fringeError(scene, scene.photo) / 10);
});

describe('what is not a mixture', () => {
  const scene = mixture(420, 260, 'textured', 'soft discs');
  const result = cut(scene);

  it('opaque pixels keep every bit', () => {
    const changed = scene.alpha.filter((alpha, i) => alpha === 1 && !samePixel(result, scene.photo, i));
    expect(changed.length).toBe(0);
    expect(scene.alpha.filter((alpha) => alpha === 1).length).toBeGreaterThan(1000);
  });

  it('alpha is the matte’s, whatever the colours', () => {
    const wrong = scene.alpha.filter((alpha, i) => Math.abs((result.data[i * 4 + 3] as number) - 255 * alpha) > 0.501);
    expect(wrong.length).toBe(0);
  });

  it('a picture that is all subject, or all background, gives no NaN and no fault', () => {
    for (const value of [0, 1]) {
      const flat = { ...scene, alpha: scene.alpha.map(() => value) };
      expect(cut(flat).data).toEqual(value === 1 ? scene.photo.data : scene.photo.data.map(() => 0));
    }
  });
});

function samePixel(a: Raster, b: Raster, i: number): boolean {
  return [0, 1, 2, 3].every((channel) => a.data[i * 4 + channel] === b.data[i * 4 + channel]);
}
