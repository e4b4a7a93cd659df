import { useEffect, useRef } from 'react';
import type { Result } from './use-results';

/** Opened by the notification's Copy: copies that cutout, once. A popup that the extension opens needs no click for it. */
export function useCopyOnOpen(
  copyId: string | null,
  results: readonly Result[] | undefined,
  onCopy: (result: Result) => void,
) {
  const isDone = useRef(false);
  useEffect(() => {
    const wanted = results?.find((result) => result.entry.id === copyId);
    if (isDone.current || !wanted) return;
    isDone.current = true;
    onCopy(wanted);
  }, [copyId, results, onCopy]);
}
