/**
 * The cutout itself, unseen over its preview, to be dragged into an upload field or a folder. Chrome carries the bytes of a
 * dragged image into other tabs and programs, and lets none reach the page round the card: there page-drop/ helps (decision 29).
 */
import { type DragEvent, useState } from 'react';
import { say } from '@/utils/i18n/say';
import { carryPicture } from '@/utils/ui/carry-picture';
import { useObjectUrl } from '@/utils/ui/use-object-url';

export interface DragSourceProps {
  readonly picture: Blob | null;
  /** It begins, and it is over. */
  readonly onDrag: (on: boolean) => void;
}

export function DragSource({ picture, onDrag }: DragSourceProps) {
  // Large, and mostly not dragged: loaded when the pointer comes near.
  const [isNear, setNear] = useState(false);
  const url = useObjectUrl(isNear ? picture : null);
  return (
    <img
      className="drag"
      src={url ?? undefined}
      alt=""
      aria-hidden="true"
      title={say('card.drag')}
      draggable={url !== null}
      onPointerEnter={() => setNear(true)}
      onDragStart={(event) => {
        carry(event);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    />
  );
}

function carry({ currentTarget, dataTransfer }: DragEvent<HTMLImageElement>): void {
  carryPicture(dataTransfer);
  const preview = currentTarget.parentElement?.querySelector('img');
  if (preview) dataTransfer.setDragImage(preview, preview.clientWidth / 2, preview.clientHeight / 2);
}
