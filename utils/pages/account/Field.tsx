import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly type?: 'email' | 'password' | 'text';
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Below the field, and read out with it. */
  readonly hint?: ReactNode;
}

export function Field({ label, type = 'text', autoComplete, value, onChange, hint }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <div className="soft" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
