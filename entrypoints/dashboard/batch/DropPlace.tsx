import { FolderIcon, ImagesIcon } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { MAX_PICTURES } from '@/utils/batch/batch';
import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { Button } from '@/utils/ui/Button';
import { filesOf, type OfferedFile, offered } from './dropped-files';

export interface DropPlaceProps {
  readonly onFiles: (files: readonly OfferedFile[]) => void;
}

/** Takes files and folders, by dropping them or by the system's dialog. */
export function DropPlace({ onFiles }: DropPlaceProps) {
  const [isOver, setOver] = useState(false);
  const take = (files: readonly File[]) => onFiles(files.map((file) => offered(file)));
  const files = useFilePicker({ accept: 'image/*', label: say('batch.chooseFiles'), onFiles: take });
  const folder = useFolderPicker(take);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer).then(onFiles);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the buttons in it
    <div
      className="batch-drop"
      data-dragging={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ImagesIcon />
      <p>
        <strong>{isOver ? say('batch.dropNow') : say('batch.drop')}</strong>
      </p>
      <p className="soft">{say('batch.dropMore', { max: MAX_PICTURES })}</p>
      <div className="batch-buttons">
        <Button kind="primary" icon={<ImagesIcon />} onPress={files.open}>
          {say('batch.chooseFiles')}
        </Button>
        <Button icon={<FolderIcon />} onPress={folder.open}>
          {say('batch.chooseFolder')}
        </Button>
      </div>
      {files.input}
      {folder.input}
    </div>
  );
}

function useFolderPicker(onFiles: (files: readonly File[]) => void): { open: () => void; input: ReactNode } {
  const [element, setElement] = useState<HTMLInputElement | null>(null);
  return {
    open: () => element?.click(),
    input: (
      <input
        ref={(input) => {
          // React knows no such attribute.
          input?.setAttribute('webkitdirectory', '');
          setElement(input);
        }}
        type="file"
        hidden
        aria-label={say('batch.chooseFolder')}
        onChange={({ target }) => {
          const files = Array.from(target.files ?? []);
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    ),
  };
}
