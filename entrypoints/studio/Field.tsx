import { Slider } from 'radix-ui';
import { type ReactNode, useId, useRef } from 'react';

export interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Group({ title, children }: GroupProps) {
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export interface RangeProps {
  readonly label: string;
  readonly value: number;
  /** 0 if not said; below 0 the track is filled from nowhere: its middle is the usual. */
  readonly min?: number;
  readonly max: number;
  readonly step?: number;
  /** How the value reads, like `8 %`. */
  readonly shown: string;
  /** How it is read aloud, if that takes more words. */
  readonly spoken?: string;
  readonly onMove: (value: number) => void;
  readonly onSet: (value: number) => void;
}

export function Range({ label, value, min = 0, max, step = 0.01, shown, spoken = shown, ...told }: RangeProps) {
  const ends = useEnds(told);
  return (
    <div className="range">
      <span>{label}</span>
      <Slider.Root
        className="slider"
        data-two-sided={min < 0 || undefined}
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next = value]) => ends.onMove(next)}
        onValueCommit={([next = value]) => ends.onSet(next)}
        onLostPointerCapture={() => ends.onLetGo(value)}
      >
        <Slider.Track className="track">
          <Slider.Range className="filled" />
        </Slider.Track>
        <Slider.Thumb className="thumb" aria-label={label} aria-valuetext={spoken} />
      </Slider.Root>
      <output>{shown}</output>
    </div>
  );
}

/**
 * Every move ends with the value set. Radix sets it before it moves there by a key, and not at all when a drag ends where it
 * began, or is broken off.
 */
function useEnds({ onMove, onSet }: Pick<RangeProps, 'onMove' | 'onSet'>) {
  const isMoving = useRef(false);
  const end = (value: number) => {
    isMoving.current = false;
    onSet(value);
  };
  return {
    onMove: (value: number) => {
      isMoving.current = true;
      onMove(value);
    },
    onSet: (value: number) => queueMicrotask(() => end(value)),
    onLetGo: (value: number) => isMoving.current && end(value),
  };
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** The browser's own list: it fits any window, language and keyboard. */
export function Choice<Value extends string>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value as Value)}>
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

export const percent = (share: number) => `${Math.round(share * 100)} %`;
