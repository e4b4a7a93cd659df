import { useEffect } from 'react';

/** @param onPicture a picture that was pasted anywhere on the page */
export function usePasted(onPicture: (file: Blob) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      onPicture(file);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
}
