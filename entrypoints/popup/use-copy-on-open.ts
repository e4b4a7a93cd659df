import { useEffect, useRef } from 'react';
import type { Result } from './read-stored';

/**
 * Opened by the notification's Copy: copies that cutout, once. A popup that the extension opens needs no click for it.
 * @returns whether the cutout has been deleted meanwhile.
 */
export function useCopyOnOpen(
  copyId: string | null,
  results: readonly Result[] | undefined,
  onCopy: (result: Result) => void,
): boolean {
  const isDone = useRef(false);
  const wanted = results?.find((result) => result.entry.id === copyId);
  useEffect(() => {
    if (isDone.current || !wanted) return;
    isDone.current = true;
    onCopy(wanted);
  }, [wanted, onCopy]);
  return copyId !== null && results !== undefined && !wanted?.isThere;
}
