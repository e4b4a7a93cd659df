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
  const chosen = background.kind === 'colour' ? background.colour : background.kind;
  return (
    <div className="swatches">
      <button
        type="button"
        className="swatch checkerboard"
        aria-label={say('studio.backTransparent')}
        title={say('studio.backTransparent')}
        aria-pressed={chosen === 'transparent'}
        onClick={() => onChoose({ kind: 'transparent' })}
      />
      {COLOURS.map(([colour, title]) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          style={{ background: colour }}
          aria-label={say(title)}
          title={say(title)}
          aria-pressed={chosen === colour}
          onClick={() => onChoose({ kind: 'colour', colour })}
        />
      ))}
    </div>
  );
}
