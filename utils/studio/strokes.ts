/** Brush strokes on a matte: what the user says is subject or not, before the edge is looked for again. Pure. */
import type { Size } from '../pipeline/raster';

export const BRUSHES = ['erase', 'restore'] as const;
export type Brush = (typeof BRUSHES)[number];

export interface Stroke {
  readonly brush: Brush;
  /** Diameter as a share of the photo's longer side. */
  readonly size: number;
  /** Share of the radius over which it fades out; 0–1. */
  readonly softness: number;
  /** x and y by turns, as shares of the photo's width and height. */
  readonly points: readonly number[];
}

export const MAX_BRUSH = 0.5;
/** A long stroke has some hundred points; what has more was not drawn by hand. */
const MAX_POINTS = 10_000;
const MAX_STROKES = 2000;

/** Whatever is no stroke is left out; never throws. */
export function parseStrokes(value: unknown): readonly Stroke[] {
  return Array.isArray(value) ? value.slice(0, MAX_STROKES).flatMap((each) => parseStroke(each)) : [];
}

function parseStroke(value: unknown): Stroke[] {
  if (typeof value !== 'object' || value === null) return [];
  const { brush, size, softness, points } = value as Record<string, unknown>;
  const known = BRUSHES.find((each) => each === brush);
  const isShare = (share: unknown): share is number => typeof share === 'number' && share >= 0 && share <= 1;
  if (!known || !isShare(size) || size > MAX_BRUSH || !isShare(softness)) return [];
  if (!Array.isArray(points) || points.length % 2 === 1 || points.length > 2 * MAX_POINTS) return [];
  // Beside the photo is allowed: a brush may come in from there.
  if (!points.every((at) => typeof at === 'number' && at >= -1 && at <= 2)) return [];
  return [{ brush: known, size, softness, points: points as number[] }];
}

/** Samples of a photo of `photo`'s size, each `factor` pixels wide. */
export interface PaintGrid extends Size {
  readonly photo: Size;
  readonly factor: number;
}

/**
 * @param matte 0–1, painted upon in place
 * @returns how much any stroke covers each sample, 0–1
 */
export function paint(matte: Float32Array, grid: PaintGrid, strokes: readonly Stroke[]): Float32Array {
  const touched = new Float32Array(matte.length);
  const cover = new Float32Array(matte.length);
  for (const stroke of strokes) {
    cover.fill(0);
    const wanted = stroke.brush === 'restore' ? 1 : 0;
    for (const segment of segmentsOf(stroke, grid)) coverSegment(cover, grid, stroke, segment);
    for (let i = 0; i < matte.length; i++) {
      const much = cover[i] as number;
      if (much === 0) continue;
      matte[i] = (matte[i] as number) + (wanted - (matte[i] as number)) * much;
      touched[i] = Math.max(touched[i] as number, much);
    }
  }
  return touched;
}

type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** In samples; a single point is a segment without length. */
function segmentsOf({ points }: Stroke, { photo, factor }: PaintGrid): Segment[] {
  const x = (i: number) => ((points[2 * i] as number) * photo.width) / factor;
  const y = (i: number) => ((points[2 * i + 1] as number) * photo.height) / factor;
  const count = points.length / 2;
  return Array.from({ length: count }, (_, i) => [x(Math.max(0, i - 1)), y(Math.max(0, i - 1)), x(i), y(i)] as const);
}

function coverSegment(cover: Float32Array, grid: PaintGrid, stroke: Stroke, [ax, ay, bx, by]: Segment): void {
  const { width, height, photo, factor } = grid;
  const radius = (stroke.size * Math.max(photo.width, photo.height)) / factor / 2;
  // At least a sample wide, or the rim would be a staircase.
  const rim = Math.max(1, radius * stroke.softness);
  const reach = radius + 1;
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const end = Math.min(height, Math.ceil(Math.max(ay, by) + reach));
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const right = Math.min(width, Math.ceil(Math.max(ax, bx) + reach));
  for (let y = top; y < end; y++) {
    for (let x = left; x < right; x++) {
      const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * (bx - ax) + py * (by - ay)) / squared));
      const distance = Math.hypot(px - along * (bx - ax), py - along * (by - ay));
      const much = Math.min(1, Math.max(0, (radius - distance) / rim));
      if (much > (cover[y * width + x] as number)) cover[y * width + x] = much;
    }
  }
}
