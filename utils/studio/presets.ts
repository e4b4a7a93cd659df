/** Looks that one choice gives: here those that come with Matte, sizes that shops and networks ask for. Pure. */
import { type Edits, NO_EDITS } from './edits';

/**
 * What a preset says about a picture. Strokes are never part of it: they mend one picture's own faults. Those that come with
 * Matte say nothing about the edge either.
 */
export type Look = Pick<Edits, 'background' | 'frame' | 'shadow'> & Partial<Pick<Edits, 'edge'>>;

export interface Preset {
  readonly id: string;
  readonly look: Look;
}

/** The edits with the preset's look; what it says nothing about stays. */
export function applyPreset(edits: Edits, { look }: Pick<Preset, 'look'>): Edits {
  return { ...edits, ...look };
}

/** Whether the edits look as the preset would make them. */
export function fitsPreset(edits: Edits, preset: Pick<Preset, 'look'>): boolean {
  return JSON.stringify(comparable(edits)) === JSON.stringify(comparable(applyPreset(edits, preset)));
}

/** In one order, whatever the order of the keys where it was stored. */
function comparable({ background, frame, shadow, edge }: Edits): unknown {
  return [background, frame, shadow, edge].map((part) => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const WHITE = { kind: 'colour', colour: '#ffffff' } as const;

/** A subject that fills `share` of the picture leaves the other half of the rest on each side. */
function framed(share: number, aspect: Edits['frame']['aspect'], longSide: number): Edits['frame'] {
  return { ...NO_EDITS.frame, content: 'subject', margin: (1 - share) / 2, aspect, longSide };
}

const { background, frame, shadow } = NO_EDITS;

/** As it was cut out. */
export const NO_PRESET: Preset = { id: 'none', look: { background, frame, shadow } };

export const BUILT_IN_IDS = ['shopSquare', 'shopSquareShadow', 'shopPortrait', 'sticker', 'slide', 'avatar'] as const;
export type BuiltInId = (typeof BUILT_IN_IDS)[number];

/** What each is called is `utils/pages/preset-titles.ts`. */
const LOOKS: Readonly<Record<BuiltInId, Look>> = {
  // Amazon asks for pure white, 85 % of the frame, and 2000 px for its zoom; eBay, Etsy and Shopify advise 2000 px too.
  shopSquare: { background: WHITE, frame: framed(0.85, '1:1', 2000), shadow },
  shopSquareShadow: {
    background: WHITE,
    frame: framed(0.8, '1:1', 2000),
    shadow: { ...shadow, kind: 'contact', opacity: 0.4 },
  },
  shopPortrait: { background: WHITE, frame: framed(0.85, '4:5', 2000), shadow },
  sticker: { background, frame: framed(0.96, '1:1', 512), shadow },
  slide: { background, frame: { ...frame, content: 'subject' }, shadow },
  avatar: { background, frame: framed(0.9, '1:1', 512), shadow },
};

export const PRESETS: readonly (Preset & { readonly id: BuiltInId })[] = BUILT_IN_IDS.map((id) => ({
  id,
  look: LOOKS[id],
}));
