import { useRef } from 'react';

/** "Unlock to see them" leads to the password: the account's section unfolds, and its field has the focus. */
export function useUnlocking() {
  const section = useRef<HTMLDetailsElement>(null);
  const ask = () => {
    if (!section.current) return;
    section.current.open = true;
    section.current.querySelector('input')?.focus();
  };
  return { section, ask };
}
