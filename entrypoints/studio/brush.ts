/** From where the pointer is to where that is on the photo. */
import type { Size } from '@/utils/pipeline/raster';
import { type Brush, MAX_BRUSH } from '@/utils/studio/strokes';

export interface Tool {
  /** Null while nothing is drawn: then the edited picture is shown. */
  readonly brush: Brush | null;
  /** Diameter as a share of the photo's longer side. */
  readonly size: number;
  readonly softness: number;
  /** The magnifier stays also while nothing is drawn. */
  readonly hasLoupe: boolean;
}

/** A hard brush knows its edge, a very soft one hardly its middle: half is what finds edges best (decision 26). */
export const NO_TOOL: Tool = { brush: null, size: 0.06, softness: 0.5, hasLoupe: false };
export const MAX_SOFTNESS = 0.8;
export const MIN_BRUSH = 0.005;
const STEP = 1.25;

/** `[` and `]` as in every paint program; null for any other key. */
export function resized({ size }: Tool, key: string): number | null {
  if (key === '[') return Math.max(MIN_BRUSH, size / STEP);
  return key === ']' ? Math.min(MAX_BRUSH, size * STEP) : null;
}

/** One hundredth of the longer side, in pixels as many across as down. */
const ARROW_STEP = 0.01;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Which way an arrow key points; null for any other. */
export function arrowOf(key: string): readonly [number, number] | null {
  return ARROWS[key] ?? null;
}

/** A place on the picture, in shares, one arrow key further; it stays on the picture. */
export function stepped(at: Shares, [dx, dy]: readonly [number, number], { width, height }: Size): Shares {
  const step = ARROW_STEP * Math.max(width, height);
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return [within(at[0] + (dx * step) / width), within(at[1] + (dy * step) / height)];
}

/** x and y on the picture, 0–1. */
export type Shares = readonly [number, number];

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Shares of the picture, which lies in the middle of its box as large as fits (`object-fit: contain`). */
export function toShares(picture: Size, box: Box, clientX: number, clientY: number): readonly [number, number] {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return [
    (clientX - box.left - (box.width - width) / 2) / width,
    (clientY - box.top - (box.height - height) / 2) / height,
  ];
}
