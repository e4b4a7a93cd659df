import { say } from '@/utils/i18n/say';
import { type Background, type Colour, NO_EDITS } from '@/utils/studio/edits';
import { ColourField } from './ColourField';
import { Choice, Group, Range } from './Field';
import { Swatches } from './Swatches';
import type { Editing } from './use-edits';

const kinds = () =>
  [
    ['transparent', say('studio.backTransparent')],
    ['colour', say('studio.backColour')],
    ['gradient', say('studio.backGradient')],
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
    <Group title={say('studio.backTitle')}>
      <Choice
        label={say('studio.backKind')}
        options={kinds()}
        value={background.kind}
        onChoose={(kind) => change(on(USUAL[kind]))}
      />
      <Swatches background={background} onChoose={(next) => change(on(next))} />
      {background.kind === 'colour' && (
        <ColourField
          label={say('studio.colourAny')}
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
      <ColourField
        label={say('studio.colourFrom')}
        value={first}
        onMove={(c) => onMove(with1(c))}
        onSet={(c) => onSet(with1(c))}
      />
      <ColourField
        label={say('studio.colourTo')}
        value={second}
        onMove={(c) => onMove(with2(c))}
        onSet={(c) => onSet(with2(c))}
      />
      <Range
        label={say('studio.angle')}
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
