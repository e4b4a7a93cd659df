/**
 * What the user made of a cutout, as parameters beside it: it can be opened, changed and exported again, at any size, and
 * costs nothing. Stored rows and imports pass through `parseEdits`. Pure.
 */

import { AT_REST, type Place, parsePlace } from './place';
import { parseStrokes, type Stroke } from './strokes';

/** `#rrggbb`. */
export type Colour = `#${string}`;

export type Background =
  | { readonly kind: 'transparent' }
  | { readonly kind: 'colour'; readonly colour: Colour }
  /** From the first to the second; `angle` in degrees clockwise from the right, 90 is downwards. */
  | { readonly kind: 'gradient'; readonly colours: readonly [Colour, Colour]; readonly angle: number }
  /**
   * A picture of one's own, which lies beside the cutout; `colour` is what it leaves free. `picture` tells those apart that
   * were given while the studio was open, 0 is none; without it, the one that lies there.
   */
  | { readonly kind: 'image'; readonly fit: Fit; readonly colour: Colour; readonly picture?: number }
  /** The photo itself, out of focus: standard deviation as a share of its longer side; 0–MAX_BLUR. */
  | { readonly kind: 'blur'; readonly radius: number };

/** All of the frame, and cut off beyond it; or all of the picture. */
export const FITS = ['fill', 'fit'] as const;
export type Fit = (typeof FITS)[number];
export const MAX_BLUR = 0.05;

export const ASPECTS = ['1:1', '4:3', '3:4', '3:2', '2:3', '16:9', '9:16', '4:5'] as const;
export type Aspect = (typeof ASPECTS)[number];

export const TURNS = [0, 90, 180, 270] as const;

export interface Frame {
  /** Mirrored left to right, then turned clockwise by so many degrees. */
  readonly mirrored: boolean;
  readonly turned: (typeof TURNS)[number];
  /** What has to be in the picture: all of the photo, or the subject alone. */
  readonly content: 'photo' | 'subject';
  /** Room round it on each side, as a share of the finished picture's side; 0–0.45. */
  readonly margin: number;
  /** The finished picture is made longer, never cut, until it fits. */
  readonly aspect: Aspect | null;
  /** Pixels of the finished picture's longer side; null for as many as the content has. */
  readonly longSide: number | null;
  readonly place: Place;
}

/** Lengths are shares of the photo's longer side. */
export interface Edge {
  /** How far inwards; below 0 outwards; up to 0.02 either way. */
  readonly shift: number;
  /** Standard deviation of the softness, inwards; 0–0.02. */
  readonly feather: number;
  /** Along how much of the contour its jaggies are evened out, as a standard deviation; 0–0.004. */
  readonly smooth: number;
  /** Without the old background's share in the colours at the edge; false needs the photo. */
  readonly decontaminate: boolean;
}

export const MAX_EDGE = 0.02;
export const MAX_SMOOTH = 0.004;

export const SHADOWS = ['none', 'drop', 'contact'] as const;

export interface Shadow {
  readonly kind: (typeof SHADOWS)[number];
  /** Where a drop shadow falls, degrees clockwise from the right; 90 is straight down. */
  readonly angle: number;
  /** How far, as a share of the subject's longer side; 0–0.5. */
  readonly distance: number;
  /** Softness: the blur's standard deviation as a share of that side; 0–0.2. */
  readonly blur: number;
  /** 0–1. */
  readonly opacity: number;
}

export interface Edits {
  readonly strokes: readonly Stroke[];
  readonly edge: Edge;
  readonly background: Background;
  readonly frame: Frame;
  readonly shadow: Shadow;
}

export const MAX_MARGIN = 0.45;
/** 25 MP at most: another size takes 16 bytes a pixel to make, 400 MB. */
export const MAX_LONG_SIDE = 5000;

export const NO_EDITS: Edits = {
  strokes: [],
  edge: { shift: 0, feather: 0, smooth: 0, decontaminate: true },
  background: { kind: 'transparent' },
  frame: { mirrored: false, turned: 0, content: 'photo', margin: 0, aspect: null, longSide: null, place: AT_REST },
  shadow: { kind: 'none', angle: 90, distance: 0.04, blur: 0.03, opacity: 0.35 },
};

/** Whatever is missing, broken or out of range is as in `NO_EDITS`; never throws. */
export function parseEdits(value: unknown): Edits {
  const { strokes, edge, background, frame, shadow } = fieldsOf(value);
  return {
    strokes: parseStrokes(strokes),
    edge: parseEdge(edge),
    background: parseBackground(background),
    frame: parseFrame(frame),
    shadow: parseShadow(shadow),
  };
}

function parseBackground(value: unknown): Background {
  const { kind, colour, colours, angle, fit, radius, picture } = fieldsOf(value);
  if (kind === 'colour' && isColour(colour)) return { kind, colour };
  if (kind === 'blur') return { kind, radius: inRange(radius, 0, MAX_BLUR) ?? MAX_BLUR / 2 };
  if (kind === 'image' && isColour(colour)) {
    const which = Number.isSafeInteger(picture) && inRange(picture, 0, Number.MAX_SAFE_INTEGER - 1);
    return {
      kind,
      fit: FITS.find((known) => known === fit) ?? 'fill',
      colour,
      ...(typeof which === 'number' && { picture: which }),
    };
  }
  const [first, second] = Array.isArray(colours) ? (colours as unknown[]) : [];
  if (kind !== 'gradient' || !isColour(first) || !isColour(second)) return NO_EDITS.background;
  return { kind, colours: [first, second], angle: inRange(angle, 0, 360) ?? 90 };
}

function parseEdge(value: unknown): Edge {
  const { shift, feather, smooth, decontaminate } = fieldsOf(value);
  return {
    shift: inRange(shift, -MAX_EDGE, MAX_EDGE) ?? 0,
    feather: inRange(feather, 0, MAX_EDGE) ?? 0,
    smooth: inRange(smooth, 0, MAX_SMOOTH) ?? 0,
    decontaminate: decontaminate !== false,
  };
}

export function isColour(value: unknown): value is Colour {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

function parseFrame(value: unknown): Frame {
  const { mirrored, turned, content, margin, aspect, longSide, place } = fieldsOf(value);
  return {
    mirrored: mirrored === true,
    turned: TURNS.find((known) => known === turned) ?? 0,
    content: content === 'subject' ? content : 'photo',
    margin: inRange(margin, 0, MAX_MARGIN) ?? NO_EDITS.frame.margin,
    aspect: ASPECTS.find((known) => known === aspect) ?? null,
    longSide: inRange(longSide, 1, MAX_LONG_SIDE) ?? null,
    place: parsePlace(place),
  };
}

function parseShadow(value: unknown): Shadow {
  const { kind, angle, distance, blur, opacity } = fieldsOf(value);
  const usual = NO_EDITS.shadow;
  return {
    kind: SHADOWS.find((known) => known === kind) ?? usual.kind,
    angle: inRange(angle, 0, 360) ?? usual.angle,
    distance: inRange(distance, 0, 0.5) ?? usual.distance,
    blur: inRange(blur, 0, 0.2) ?? usual.blur,
    opacity: inRange(opacity, 0, 1) ?? usual.opacity,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function inRange(value: unknown, low: number, high: number): number | undefined {
  return typeof value === 'number' && value >= low && value <= high ? value : undefined;
}
