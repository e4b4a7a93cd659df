/** The system's file dialog behind a button of any look. */
import { type ChangeEvent, type ReactNode, useRef } from 'react';

export interface FilePickerOptions {
  /** As in `<input accept>`. */
  readonly accept: string;
  /** For who cannot see the button. */
  readonly label: string;
  /** One at a time. */
  readonly isSingle?: boolean;
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** `input` belongs beside the button whose press calls `open`. */
export function useFilePicker(options: FilePickerOptions): { open: () => void; input: ReactNode } {
  const { accept, label, isSingle = false, onFiles } = options;
  const element = useRef<HTMLInputElement>(null);
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    // Emptied, so that choosing the same file again is a change again.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return {
    open: () => element.current?.click(),
    input: (
      <input ref={element} type="file" accept={accept} multiple={!isSingle} hidden onChange={pick} aria-label={label} />
    ),
  };
}
