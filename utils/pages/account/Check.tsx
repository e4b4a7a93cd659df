import type { ReactNode } from 'react';

export interface CheckProps {
  readonly kind?: 'checkbox' | 'radio';
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** One statement to make or not to make. */
export function Check({ kind = 'checkbox', isOn, onChange, children }: CheckProps) {
  const name = kind === 'radio' ? 'statement' : undefined;
  return (
    <label className="check">
      <input type={kind} name={name} checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
