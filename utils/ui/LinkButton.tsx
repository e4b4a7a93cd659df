import type { ReactNode } from 'react';

export interface LinkButtonProps {
  readonly href: string;
  /** Where the words alone do not say what it is about. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Looks like a button and opens a tab: middle click, "open in window" and the address work as for any link. */
export function LinkButton({ href, label, children }: LinkButtonProps) {
  return (
    <a className="button" href={href} target="_blank" rel="noopener" aria-label={label}>
      {children}
    </a>
  );
}
