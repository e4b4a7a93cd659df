import { ImageIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';

export interface DropZoneProps {
  readonly isDragging: boolean;
  /** Nothing else to show yet: a little more room and the hint about right-clicking. */
  readonly isEmpty: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ isDragging, isEmpty, onFiles }: DropZoneProps) {
  const { open, input } = useFilePicker({ accept: 'image/*', label: say('popup.choosePictures'), onFiles });
  return (
    <div className="drop" data-dragging={isDragging || undefined} data-roomy={isEmpty || undefined}>
      <button type="button" onClick={open}>
        <ImageIcon />
        <span>
          <strong>{isDragging ? say('popup.dropNow') : say('popup.drop')}</strong>
          <span className="soft">{isEmpty ? say('popup.dropEmptyHint') : say('popup.dropHint')}</span>
        </span>
      </button>
      {input}
    </div>
  );
}
