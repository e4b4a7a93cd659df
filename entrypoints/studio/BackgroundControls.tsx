import { useId } from 'react';
import { type Background, type Colour, isColour } from '@/utils/studio/edits';
import { Group } from './Field';
import type { Editing } from './use-edits';

const SWATCHES: readonly (readonly [Colour, string])[] = [
  ['#ffffff', 'White'],
  ['#f2f2f0', 'Light grey'],
  ['#1d1e22', 'Near black'],
  ['#2459d3', 'Blue'],
  ['#15703f', 'Green'],
  ['#f6c445', 'Yellow'],
];

export function BackgroundControls({ editing: { edits, move, change } }: { readonly editing: Editing }) {
  const id = useId();
  const { background } = edits;
  const set = (next: Background) => change({ ...edits, background: next });
  const colour = background.kind === 'colour' ? background.colour : '#ffffff';
  return (
    <Group title="Background">
      <div className="swatches">
        <button
          type="button"
          className="swatch checkerboard"
          aria-label="Transparent"
          title="Transparent"
          aria-pressed={background.kind === 'transparent'}
          onClick={() => set({ kind: 'transparent' })}
        />
        {SWATCHES.map(([value, title]) => (
          <button
            key={value}
            type="button"
            className="swatch"
            style={{ background: value }}
            aria-label={title}
            title={title}
            aria-pressed={background.kind === 'colour' && background.colour === value}
            onClick={() => set({ kind: 'colour', colour: value })}
          />
        ))}
      </div>
      <div className="choice">
        <label htmlFor={id}>Any colour</label>
        <input
          id={id}
          type="color"
          value={colour}
          onInput={({ currentTarget: { value } }) =>
            isColour(value) && move({ ...edits, background: { kind: 'colour', colour: value } })
          }
          onBlur={({ currentTarget: { value } }) =>
            isColour(value) && value !== colour && set({ kind: 'colour', colour: value })
          }
        />
      </div>
    </Group>
  );
}
