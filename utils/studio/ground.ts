/** What lies behind the subject, pixel by pixel. */
import type { Raster, Size } from '../pipeline/raster';
import type { Background, Colour, Fit } from './edits';
import type { Layout } from './layout';
import { resample } from './resample';
import { axisOf, sampler } from './sample';

/** Red, green and blue, 0–255, at a pixel; the array may be the same each time. */
export type Ground = (x: number, y: number) => readonly number[];

/** What some backgrounds are made of, where it is here. */
export interface Behind {
  /** For `image`. */
  readonly picture: Raster | null;
  /** For `blur`: the photo out of focus (blur-behind.ts), of any size. */
  readonly blurred: Raster | null;
}

export const NOTHING_BEHIND: Behind = { picture: null, blurred: null };

/** Whether nothing lies behind it, also for want of the photo. */
export function isClear({ kind }: Background, { blurred }: Behind): boolean {
  return kind === 'transparent' || (kind === 'blur' && !blurred);
}

export interface Framing extends Layout {
  /** As it was turned. */
  readonly photo: Size;
}

export function groundOf(framing: Framing, background: Background, { picture, blurred }: Behind): Ground {
  if (background.kind === 'gradient') return gradient(framing, background.colours, background.angle);
  if (background.kind === 'blur' && blurred) return behindIt(framing, blurred);
  const colour = 'colour' in background ? channelsOf(background.colour) : [255, 255, 255];
  if (background.kind === 'image' && picture) return pictureGround(framing, picture, background.fit, colour);
  return () => colour;
}

/** In the middle: all of the frame and cut off beyond it, or all of the picture. */
function pictureGround(frame: Size, picture: Raster, fit: Fit, colour: readonly number[]): Ground {
  const [across, down] = [frame.width / picture.width, frame.height / picture.height];
  const scale = fit === 'fill' ? Math.max(across, down) : Math.min(across, down);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  // Made smaller all its pixels count; made larger it is looked at as it is.
  const sized = scale < 1 ? resample(picture, width, height) : picture;
  const axis = (from: number, to: number, length: number) =>
    axisOf({ from, to, start: Math.round((to - length) / 2), length, beyond: fit === 'fill' ? 'edge' : 'nothing' });
  return sampler(sized, axis(sized.width, frame.width, width), axis(sized.height, frame.height, height), colour);
}

/** Where the photo was; a frame that is larger shows it mirrored beyond its border, which nobody sees in a blur. */
function behindIt({ width, height, scale, x, y, photo }: Framing, blurred: Raster): Ground {
  const axis = (from: number, to: number, start: number, length: number) =>
    axisOf({ from, to, start, length, beyond: 'mirror' });
  const columns = axis(blurred.width, width, x, photo.width * scale);
  return sampler(blurred, columns, axis(blurred.height, height, y, photo.height * scale), [0, 0, 0]);
}

/** Along a line through the middle, as long as the picture is in that direction: as CSS draws it (CSS Images 3 §3.1). */
function gradient({ width, height }: Size, colours: readonly [Colour, Colour], angle: number): Ground {
  const [from, to] = [channelsOf(colours[0]), channelsOf(colours[1])];
  const turn = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
  const length = Math.abs(width * dx) + Math.abs(height * dy);
  const mixed = [0, 0, 0];
  return (x, y) => {
    const along = ((x + 0.5 - width / 2) * dx + (y + 0.5 - height / 2) * dy) / length + 0.5;
    for (let c = 0; c < 3; c++) mixed[c] = (from[c] as number) + ((to[c] as number) - (from[c] as number)) * along;
    return mixed;
  };
}

function channelsOf(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
