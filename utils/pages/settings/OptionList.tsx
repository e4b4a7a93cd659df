/** One question, its answers below each other: long words and large type make them taller, never cut them off. */
import type { ReactNode } from 'react';
import type { OptionWords } from '@/utils/ui/describe-settings';

export interface OptionListProps<Value extends string> {
  readonly question: string;
  readonly name: string;
  readonly options: readonly (readonly [Value, OptionWords])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  /** The question stands above already, as a heading. */
  readonly isNamedAbove?: boolean;
  /** What belongs to the last answer. */
  readonly children?: ReactNode;
}

export function OptionList<Value extends string>(props: OptionListProps<Value>) {
  const { question, name, options, chosen, onChoose, isNamedAbove = false, children } = props;
  return (
    <fieldset className="options">
      <legend className={isNamedAbove ? 'unseen' : undefined}>{question}</legend>
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            aria-describedby={`${name}-${value}`}
            aria-label={words.name}
          />
          <span>
            {words.name}
            <span className="soft" id={`${name}-${value}`}>
              {words.meaning}
            </span>
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
