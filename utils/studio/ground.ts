/** What lies behind the subject, pixel by pixel. */
import type { Size } from '../pipeline/raster';
import type { Background, Colour } from './edits';

/** Red, green and blue, 0–255, at a pixel; the array is the same each time. */
export type Ground = (x: number, y: number) => readonly number[];

export function groundOf(size: Size, background: Exclude<Background, { kind: 'transparent' }>): Ground {
  if (background.kind === 'gradient') return gradient(size, background.colours, background.angle);
  const colour = channelsOf(background.colour);
  return () => colour;
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
