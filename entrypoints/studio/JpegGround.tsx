import { type MessageKey, say } from '@/utils/i18n/say';
import type { Colour } from '@/utils/studio/edits';
import { ColourField } from './ColourField';

const COLOURS: readonly (readonly [Colour, MessageKey])[] = [
  ['#ffffff', 'studio.exportWhite'],
  ['#f2f2f0', 'studio.exportGrey'],
  ['#1d1e22', 'studio.exportBlack'],
];

export interface JpegGroundProps {
  readonly ground: Colour;
  readonly onGround: (ground: Colour) => void;
}

/** What lies behind a JPEG of a transparent picture; the picture itself stays as it is. */
export function JpegGround({ ground, onGround }: JpegGroundProps) {
  return (
    <fieldset className="jpeg-ground">
      <legend className="soft">{say('studio.exportBare')}</legend>
      <div className="swatches">
        {COLOURS.map(([colour, title]) => (
          <button
            key={colour}
            type="button"
            className="swatch"
            style={{ background: colour }}
            aria-label={say(title)}
            title={say(title)}
            aria-pressed={ground === colour}
            onClick={() => onGround(colour)}
          />
        ))}
      </div>
      <ColourField label={say('studio.exportAnyColour')} value={ground} onMove={onGround} onSet={onGround} />
    </fieldset>
  );
}
