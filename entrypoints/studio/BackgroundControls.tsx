import { type Background, type Colour, NO_EDITS } from '@/utils/studio/edits';
import { ColourField } from './ColourField';
import { Choice, Group, Range } from './Field';
import { Swatches } from './Swatches';
import type { Editing } from './use-edits';

const KINDS = [
  ['transparent', 'Transparent'],
  ['colour', 'One colour'],
  ['gradient', 'Gradient'],
] as const;

const USUAL: Readonly<Record<Background['kind'], Background>> = {
  transparent: NO_EDITS.background,
  colour: { kind: 'colour', colour: '#ffffff' },
  gradient: { kind: 'gradient', colours: ['#ffffff', '#c9d3e0'], angle: 90 },
};

export function BackgroundControls({ editing: { edits, move, change } }: { readonly editing: Editing }) {
  const { background } = edits;
  const on = (next: Background) => ({ ...edits, background: next });
  return (
    <Group title="Background">
      <Choice label="Behind it" options={KINDS} value={background.kind} onChoose={(kind) => change(on(USUAL[kind]))} />
      <Swatches background={background} onChoose={(next) => change(on(next))} />
      {background.kind === 'colour' && (
        <ColourField
          label="Any colour"
          value={background.colour}
          onMove={(colour) => move(on({ kind: 'colour', colour }))}
          onSet={(colour) => change(on({ kind: 'colour', colour }))}
        />
      )}
      {background.kind === 'gradient' && (
        <Gradient background={background} onMove={(next) => move(on(next))} onSet={(next) => change(on(next))} />
      )}
    </Group>
  );
}

interface GradientProps {
  readonly background: Background & { readonly kind: 'gradient' };
  readonly onMove: (next: Background) => void;
  readonly onSet: (next: Background) => void;
}

function Gradient({ background, onMove, onSet }: GradientProps) {
  const [first, second] = background.colours;
  const with1 = (colour: Colour): Background => ({ ...background, colours: [colour, second] });
  const with2 = (colour: Colour): Background => ({ ...background, colours: [first, colour] });
  return (
    <>
      <ColourField label="From" value={first} onMove={(c) => onMove(with1(c))} onSet={(c) => onSet(with1(c))} />
      <ColourField label="To" value={second} onMove={(c) => onMove(with2(c))} onSet={(c) => onSet(with2(c))} />
      <Range
        label="Direction"
        value={background.angle}
        max={360}
        step={5}
        shown={`${background.angle}°`}
        onMove={(angle) => onMove({ ...background, angle })}
        onSet={(angle) => onSet({ ...background, angle })}
      />
    </>
  );
}
