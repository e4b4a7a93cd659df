import { ImageIcon } from 'lucide-react';
import { useFilePicker } from '@/utils/pages/use-file-picker';

export interface DropZoneProps {
  readonly isDragging: boolean;
  /** Nothing else to show yet: a little more room and the hint about right-clicking. */
  readonly isEmpty: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ isDragging, isEmpty, onFiles }: DropZoneProps) {
  const { open, input } = useFilePicker({ accept: 'image/*', label: 'Choose pictures', onFiles });
  return (
    <div className="drop" data-dragging={isDragging || undefined} data-roomy={isEmpty || undefined}>
      <button type="button" onClick={open}>
        <ImageIcon />
        <span>
          <strong>{isDragging ? 'Drop to start' : 'Drop, paste or choose pictures'}</strong>
          <span className="soft">
            {isEmpty ? 'Or right-click any picture on the web.' : 'Ctrl+V works anywhere here.'}
          </span>
        </span>
      </button>
      {input}
    </div>
  );
}
