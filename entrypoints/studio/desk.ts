/** What the studio's page asks of its worker. Pixels stay there: the page gets what fits its window, and files. */
import type { ErrorCode } from '@/utils/errors';
import type { Size } from '@/utils/pipeline/raster';
import type { Rect } from '@/utils/studio/bounds';
import type { Density } from '@/utils/studio/density';
import type { Colour, Edits } from '@/utils/studio/edits';
import type { Layer } from '@/utils/studio/layers';
import type { Stroke } from '@/utils/studio/strokes';

/** `matte` is the alpha alone, as a grey PNG. */
export const FORMATS = ['png', 'webp', 'jpeg', 'matte'] as const;
export type Format = (typeof FORMATS)[number];

/** Of the file's name. */
export function endingOf(format: Format): string {
  if (format === 'jpeg') return 'jpg';
  return format === 'matte' ? 'png' : format;
}

/** How the finished picture becomes a file. */
export interface FileChoice {
  readonly format: Format;
  /** Of WebP and JPEG, 0–1. */
  readonly quality: number;
  /** What lies behind a JPEG whose picture is transparent: it can hold no transparency. */
  readonly ground: Colour;
  /** Null for no tag. */
  readonly density: Density | null;
}

export interface FileWish extends Omit<FileChoice, 'format'> {
  readonly edits: Edits;
  /** Layers are PNGs. */
  readonly format: Format | Layer;
}

export interface LookWish {
  readonly edits: Edits;
  /** The photo shines through where it is cut away: for who restores. */
  readonly isGhost: boolean;
  /** The alpha alone, in grey. */
  readonly isMatte: boolean;
  /** All pixels, for who looks closely; otherwise at most 1 MP. */
  readonly isWhole: boolean;
  /** Fewer, whatever else is said: something is being dragged, and has to be followed. */
  readonly isDraft: boolean;
}

export interface Base {
  readonly cutout: Blob;
  /** How many strokes lie in that picture already. */
  readonly strokes: number;
}

export interface Questions {
  /** The cutout that all that follows is about. @throws MatteError decode-failed, image-too-large, out-of-memory */
  open(base: Base): Size & { readonly subject: Rect | null };
  /** What it was cut from. False for another size, or no picture: then nothing can be restored. */
  photo(photo: Blob): boolean;
  /** One's own, to lie behind the cutout; null takes it away. @throws MatteError as `open` */
  picture(picture: Blob | null): true;
  /** Null when a newer look has taken its place. */
  look(wish: LookWish): ImageBitmap | null;
  /** The photo as the cutout lies in its frame, to compare. @throws MatteError internal without the photo */
  before(wish: Pick<LookWish, 'edits' | 'isWhole'>): ImageBitmap;
  file(wish: FileWish): Blob;
  /** Nobody waits for that file any more. */
  stop(id: number): void;
  /** The cutout after these strokes, as PNG. */
  retouched(strokes: readonly Stroke[]): Blob;
}

export type Question = {
  [Kind in keyof Questions]: {
    readonly id: number;
    readonly kind: Kind;
    readonly given: Parameters<Questions[Kind]>[0];
  };
}[keyof Questions];

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: ReturnType<Questions[keyof Questions]> }
  /** Errors lose their class on the way out of a worker. */
  | { readonly id: number; readonly ok: false; readonly code: ErrorCode };
