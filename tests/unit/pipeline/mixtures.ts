/**
 * Scenes of which every layer is known: strands of 1–8 pixels and soft discs in front of plain, graded and textured
 * walls. The photo is mixed here, in floats, from the layers; so the truth owes nothing to the code under test.
 */
import type { Raster } from '../../../utils/pipeline/raster';

type Colour = readonly [red: number, green: number, blue: number];
/** Pixel → colour, 0–255. */
type Paint = (x: number, y: number) => Colour;

export interface Mixture {
  readonly photo: Raster;
  /** 0–1, one a pixel. */
  readonly alpha: Float32Array;
  readonly front: Paint;
}

export const WALLS: Readonly<Record<string, (width: number, height: number) => Paint>> = {
  plain: () => () => [40, 170, 90],
  graded: (width, height) => (x, y) => [30 + (120 * x) / width, 200 - (90 * y) / height, 90],
  textured: () => (x, y) => {
    const weave = 12 * Math.sin(x / 5) * Math.cos(y / 7) + 10 * Math.sin((x + 2 * y) / 23);
    return [60 + weave, 160 + weave, 110 + weave];
  },
};

export const SUBJECTS: Readonly<Record<string, (width: number, height: number) => (x: number, y: number) => number>> = {
  strands: (width, height) => (x, y) => {
    if (y > 0.72 * height) return 1;
    // 1 to 8 pixels wide, 24 apart, slightly bent.
    const bent = x + 6 * Math.sin(y / 40) + 0.1 * y;
    const strand = Math.floor(bent / 24);
    const half = (1 + (((strand % 8) + 8) % 8)) / 2;
    const inside = half + 0.5 - Math.abs(bent - 24 * strand - 12);
    return y < 0.1 * height || x < 0.06 * width ? 0 : Math.min(1, Math.max(0, inside));
  },
  'soft discs': (width, height) => (x, y) => {
    const small = Math.hypot(x - 0.25 * width, y - 0.4 * height);
    const large = Math.hypot(x - 0.65 * width, y - 0.5 * height);
    const ramp = (distance: number, radius: number, soft: number) =>
      Math.min(1, Math.max(0, (radius - distance) / soft));
    return Math.max(ramp(small, 0.2 * height, 0.06 * height), ramp(large, 0.42 * height, 0.12 * height));
  },
};

export function mixture(width: number, height: number, wall: string, subject: string): Mixture {
  const back = WALLS[wall]?.(width, height);
  const cover = SUBJECTS[subject]?.(width, height);
  if (!back || !cover) throw new Error(`no scene ${subject} on ${wall}`);
  const front: Paint = (x, y) => [190 - (50 * x) / width, 70 + (40 * y) / height, 50 + (60 * x) / width];
  const alpha = new Float32Array(width * height);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const a = cover(x + 0.5, y + 0.5);
      const f = front(x + 0.5, y + 0.5);
      const b = back(x + 0.5, y + 0.5);
      alpha[i] = a;
      for (let c = 0; c < 3; c++) data[i * 4 + c] = a * (f[c] as number) + (1 - a) * (b[c] as number);
      data[i * 4 + 3] = 255;
    }
  }
  return { photo: { width, height, data }, alpha, front };
}

/** Mean visible error of colour, α·|colour − truth|, over the pixels that are neither all nor nothing; 0–255. */
export function fringeError({ alpha, front }: Mixture, { width, data }: Raster): number {
  let sum = 0;
  let count = 0;
  alpha.forEach((a, i) => {
    if (a < 0.02 || a > 0.98) return;
    const truth = front((i % width) + 0.5, Math.floor(i / width) + 0.5);
    for (let c = 0; c < 3; c++) sum += a * Math.abs((data[i * 4 + c] as number) - (truth[c] as number));
    count += 3;
  });
  return sum / count;
}
