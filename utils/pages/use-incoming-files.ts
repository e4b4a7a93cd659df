/** The whole page takes drops and Ctrl+V, not only its drop zone; but for parts that take files themselves. */
import { useEffect, useState } from 'react';
import { isForOthers } from './use-own-files';

export function useIncomingFiles(onFiles: (files: readonly File[]) => void): { readonly isDragging: boolean } {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = <K extends keyof DocumentEventMap>(type: K, act: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(type, act, { signal: stop.signal });
    const take = (data: DataTransfer | null) => onFiles(Array.from(data?.files ?? []));

    listen('paste', (event) => {
      // Text pasted where it belongs: a code, an e-mail, a password.
      if (isForOthers(event)) return;
      if (event.target instanceof HTMLInputElement && event.clipboardData?.files.length === 0) return;
      event.preventDefault();
      take(event.clipboardData);
    });
    listen('dragover', (event) => {
      if (!isForOthers(event)) event.preventDefault();
      setDragging(!isForOthers(event));
    });
    listen('dragleave', (event) => {
      // Moving between children also "leaves"; only without a next element is the pointer outside.
      if (!event.relatedTarget) setDragging(false);
    });
    listen('drop', (event) => {
      setDragging(false);
      if (isForOthers(event)) return;
      event.preventDefault();
      take(event.dataTransfer);
    });
    return () => stop.abort();
  }, [onFiles]);
  return { isDragging };
}
