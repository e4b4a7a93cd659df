import { useEffect } from 'react';

/** @param onKey true when the key was meant for it; keys that are typed into a field are not asked about */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof HTMLInputElement && ['text', 'number'].includes(event.target.type);
      if (!isTyped && onKey(event)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
