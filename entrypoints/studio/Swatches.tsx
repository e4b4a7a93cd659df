import { type MessageKey, say } from '@/utils/i18n/say';
import type { Background, Colour } from '@/utils/studio/edits';

const COLOURS: readonly (readonly [Colour, MessageKey])[] = [
  ['#ffffff', 'studio.colourWhite'],
  ['#f2f2f0', 'studio.colourGrey'],
  ['#1d1e22', 'studio.colourBlack'],
  ['#2459d3', 'studio.colourBlue'],
  ['#15703f', 'studio.colourGreen'],
  ['#f6c445', 'studio.colourYellow'],
];

export interface SwatchesProps {
  readonly background: Background;
  readonly onChoose: (background: Background) => void;
}

export function Swatches({ background, onChoose }: SwatchesProps) {
  const transparent = say('studio.backTransparent');
  return (
    <div className="swatches">
      <button
        type="button"
        className="swatch checkerboard"
        aria-label={transparent}
        title={transparent}
        aria-pressed={background.kind === 'transparent'}
        onClick={() => onChoose({ kind: 'transparent' })}
      />
      {COLOURS.map(([colour, title]) => (
        <Swatch key={colour} colour={colour} title={say(title)} {...{ background, onChoose }} />
      ))}
    </div>
  );
}

export interface RecentSwatchesProps extends SwatchesProps {
  /** Newest first. */
  readonly recent: readonly Colour[];
}

/** Those that are not among the others. */
export function RecentSwatches({ recent, background, onChoose }: RecentSwatchesProps) {
  const others = recent.filter((colour) => !COLOURS.some(([known]) => known === colour));
  if (others.length === 0) return null;
  return (
    <fieldset className="swatches" aria-label={say('studio.recentTitle')}>
      {others.map((colour) => (
        <Swatch
          key={colour}
          colour={colour}
          title={say('studio.recentColour', { colour })}
          {...{ background, onChoose }}
        />
      ))}
    </fieldset>
  );
}

function Swatch({ colour, title, background, onChoose }: SwatchesProps & { colour: Colour; title: string }) {
  return (
    <button
      type="button"
      className="swatch"
      style={{ background: colour }}
      aria-label={title}
      title={title}
      aria-pressed={background.kind === 'colour' && background.colour === colour}
      onClick={() => onChoose({ kind: 'colour', colour })}
    />
  );
}
