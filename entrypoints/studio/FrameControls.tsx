import { useId } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import { ASPECTS, type Frame, MAX_LONG_SIDE, MAX_MARGIN, TURNS } from '@/utils/studio/edits';
import { Button } from '@/utils/ui/Button';
import { Choice, Group, percent, Range } from './Field';
import type { Editing } from './use-edits';

const contents = () =>
  [
    ['photo', say('studio.framePhoto')],
    ['subject', say('studio.frameSubject')],
  ] as const;
const shapes = () => [
  ['free', say('studio.aspectFree')] as const,
  ...ASPECTS.map((aspect) => [aspect, aspect] as const),
];

export interface FrameControlsProps {
  readonly editing: Editing;
  /** Of the finished picture. */
  readonly size: Size;
}

export function FrameControls({ editing: { edits, move, change }, size }: FrameControlsProps) {
  const id = useId();
  const { frame } = edits;
  const framed = (part: Partial<Frame>) => ({ ...edits, frame: { ...frame, ...part } });
  const setLongSide = (text: string) => {
    const longSide = pixels(text);
    if (longSide !== frame.longSide) change(framed({ longSide }));
  };
  return (
    <Group title={say('studio.frameTitle')}>
      <Choice
        label={say('studio.frameContent')}
        options={contents()}
        value={frame.content}
        onChoose={(content) => change(framed({ content }))}
      />
      <Range
        label={say('studio.frameMargin')}
        value={frame.margin}
        max={MAX_MARGIN}
        shown={percent(frame.margin)}
        onMove={(margin) => move(framed({ margin }))}
        onSet={(margin) => change(framed({ margin }))}
      />
      <Choice
        label={say('studio.frameShape')}
        options={shapes()}
        value={frame.aspect ?? 'free'}
        onChoose={(shape) => change(framed({ aspect: shape === 'free' ? null : shape }))}
      />
      <div className="actions">
        <Button onPress={() => change(framed({ turned: turnedOn(frame.turned) }))}>{say('studio.frameTurn')}</Button>
        <Button onPress={() => change(framed({ mirrored: !frame.mirrored }))}>{say('studio.frameMirror')}</Button>
      </div>
      <div className="choice">
        <label htmlFor={id}>{say('studio.frameLongSide')}</label>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_LONG_SIDE}
          placeholder={`${Math.max(size.width, size.height)}`}
          key={frame.longSide}
          defaultValue={frame.longSide ?? ''}
          onBlur={({ target }) => setLongSide(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && setLongSide(currentTarget.value)}
        />
      </div>
    </Group>
  );
}

/** A quarter further, clockwise. */
function turnedOn(turned: Frame['turned']): Frame['turned'] {
  return TURNS[(TURNS.indexOf(turned) + 1) % TURNS.length] ?? 0;
}

/** Null for an empty field, and for what no picture can have. */
function pixels(text: string): number | null {
  const value = Math.round(Number(text));
  return value >= 1 ? Math.min(value, MAX_LONG_SIDE) : null;
}
