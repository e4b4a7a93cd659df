import type { Background, Colour } from '@/utils/studio/edits';

const COLOURS: readonly (readonly [Colour, string])[] = [
  ['#ffffff', 'White'],
  ['#f2f2f0', 'Light grey'],
  ['#1d1e22', 'Near black'],
  ['#2459d3', 'Blue'],
  ['#15703f', 'Green'],
  ['#f6c445', 'Yellow'],
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
        aria-label="Transparent"
        title="Transparent"
        aria-pressed={chosen === 'transparent'}
        onClick={() => onChoose({ kind: 'transparent' })}
      />
      {COLOURS.map(([colour, title]) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          style={{ background: colour }}
          aria-label={title}
          title={title}
          aria-pressed={chosen === colour}
          onClick={() => onChoose({ kind: 'colour', colour })}
        />
      ))}
    </div>
  );
}
