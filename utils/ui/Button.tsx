import type { MouseEvent, ReactNode, Ref } from 'react';

export interface ButtonProps {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly onPress: (event: MouseEvent) => void;
  readonly icon?: ReactNode;
  /** For a button that shows an icon only, or whose words alone do not say what it acts on. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', onPress, icon, label, disabled = false, children, ref }: ButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-kind={kind}
      onClick={onPress}
      aria-label={label}
      title={children ? undefined : label}
      disabled={disabled}
      ref={ref}
    >
      {icon}
      {children}
    </button>
  );
}
