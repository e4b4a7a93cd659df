/** The kinds of control that several settings share. Native ones: keys, names and zoom are the browser’s. */
import type { ReactNode } from 'react';
import { namedBy, Setting } from './Setting';
import type { SettingId } from './setting-list';

export interface ChoiceProps<Value extends string | number> {
  readonly id: SettingId;
  readonly value: Value;
  readonly options: readonly (readonly [Value, ReactNode])[];
  readonly onChoose: (value: Value) => void;
}

/** Few answers of a word each, side by side. */
export function Segments<Value extends string>({ id, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Setting id={id}>
      <div className="segments" role="radiogroup" {...namedBy(id)}>
        {options.map(([option, words]) => (
          <label key={option}>
            <input type="radio" name={id} value={option} checked={option === value} onChange={() => onChoose(option)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </Setting>
  );
}

export function Select<Value extends string | number>({ id, value, options, onChoose }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const found = options.find(([option]) => String(option) === chosen);
    if (found) onChoose(found[0]);
  };
  return (
    <Setting id={id}>
      <select {...namedBy(id)} value={value} onChange={({ target }) => choose(target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Setting>
  );
}

export interface SwitchProps {
  readonly id: SettingId;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

export function Switch({ id, isOn, onSwitch }: SwitchProps) {
  return (
    <Setting id={id}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        className="switch"
        checked={isOn}
        onChange={({ target }) => onSwitch(target.checked)}
        {...namedBy(id)}
      />
    </Setting>
  );
}
