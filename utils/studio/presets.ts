/** Sizes that shops and networks ask for, named by what they are for. Pure. */
import { type Edits, NO_EDITS } from './edits';

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly edits: Edits;
}

const WHITE = { kind: 'colour', colour: '#ffffff' } as const;

/** A subject that fills `share` of the picture leaves the other half of the rest on each side. */
function framed(share: number, aspect: Edits['frame']['aspect'], longSide: number): Edits['frame'] {
  return { ...NO_EDITS.frame, content: 'subject', margin: (1 - share) / 2, aspect, longSide };
}

export const PRESETS: readonly Preset[] = [
  // Amazon asks for pure white, 85 % of the frame, and 2000 px for its zoom; eBay, Etsy and Shopify advise 2000 px too.
  {
    id: 'shop-square',
    title: 'Shop photo, square, white',
    edits: { ...NO_EDITS, background: WHITE, frame: framed(0.85, '1:1', 2000) },
  },
  {
    id: 'shop-square-shadow',
    title: 'Shop photo, square, white, with shadow',
    edits: {
      ...NO_EDITS,
      background: WHITE,
      frame: framed(0.8, '1:1', 2000),
      shadow: { ...NO_EDITS.shadow, kind: 'contact', opacity: 0.4 },
    },
  },
  {
    id: 'shop-portrait',
    title: 'Clothes, portrait 4:5, white',
    edits: { ...NO_EDITS, background: WHITE, frame: framed(0.85, '4:5', 2000) },
  },
  { id: 'sticker', title: 'Sticker, 512 px', edits: { ...NO_EDITS, frame: framed(0.96, '1:1', 512) } },
  {
    id: 'slide',
    title: 'For a slide, cropped',
    edits: { ...NO_EDITS, frame: { ...NO_EDITS.frame, content: 'subject' } },
  },
  { id: 'avatar', title: 'Profile picture, 512 px', edits: { ...NO_EDITS, frame: framed(0.9, '1:1', 512) } },
];
