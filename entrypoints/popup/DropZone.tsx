import { type ChangeEvent, useRef } from 'react';
import { PictureIcon } from '@/utils/ui/icons';

export interface DropZoneProps {
  readonly isDragging: boolean;
  /** Nothing else to show yet: a little more room and the hint about right-clicking. */
  readonly isEmpty: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ isDragging, isEmpty, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    // Emptied, so that choosing the same file again is a change again.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className="drop" data-dragging={isDragging || undefined} data-roomy={isEmpty || undefined}>
      <button type="button" onClick={() => input.current?.click()}>
        <PictureIcon />
        <span>
          <strong>{isDragging ? 'Drop to start' : 'Drop, paste or choose pictures'}</strong>
          <span className="soft">
            {isEmpty ? 'Or right-click any picture on the web.' : 'Ctrl+V works anywhere here.'}
          </span>
        </span>
      </button>
      <input ref={input} type="file" accept="image/*" multiple hidden onChange={pick} aria-label="Choose pictures" />
    </div>
  );
}
