/** What a finished picture is made of, each of its size: for who puts it together elsewhere. Pure. */
import type { Raster } from '../pipeline/raster';
import { type Edits, NO_EDITS } from './edits';
import { foregroundOf } from './extend-colours';
import { matteOf } from './matte-of';

/** `cutout`: subject alone. `matte`: its alpha in grey. `foreground`: its colours, opaque; through the matte they are the cutout. */
export const LAYERS = ['cutout', 'matte', 'foreground'] as const;
export type Layer = (typeof LAYERS)[number];

/** The subject alone: a background would make the matte white all over, and a shadow is no part of it. */
export function bare(edits: Edits): Edits {
  return { ...edits, background: NO_EDITS.background, shadow: NO_EDITS.shadow };
}

/** @param cutout the finished picture of `bare` edits */
export function layerOf(cutout: Raster, layer: Layer): Raster {
  if (layer === 'matte') return matteOf(cutout);
  return layer === 'foreground' ? foregroundOf(cutout) : cutout;
}
