/**
 * The cutout itself, unseen over its preview, to be dragged into an upload field or a folder. Chrome carries the bytes of a
 * dragged image into any page, while files that a script adds to a drag stay in their own process (decision 29).
 */
import { type DragEvent, useState } from 'react';
import { say } from '@/utils/i18n/say';
import { useObjectUrl } from '@/utils/ui/use-object-url';

export function DragSource({ picture }: { readonly picture: Blob | null }) {
  // Large, and mostly not dragged: loaded when the pointer comes near.
  const [isNear, setNear] = useState(false);
  const url = useObjectUrl(isNear ? picture : null);
  return (
    <img
      className="drag"
      src={url ?? undefined}
      alt=""
      title={say('card.drag')}
      draggable={url !== null}
      onPointerEnter={() => setNear(true)}
      onDragStart={onDragStart}
    />
  );
}

/** The picture alone: its address and markup would tell the other page whose extension this is. */
function onDragStart({ currentTarget, dataTransfer }: DragEvent<HTMLImageElement>): void {
  for (const type of dataTransfer.types) if (type !== 'Files') dataTransfer.clearData(type);
  dataTransfer.effectAllowed = 'copy';
  const preview = currentTarget.parentElement?.querySelector('img');
  if (preview) dataTransfer.setDragImage(preview, preview.clientWidth / 2, preview.clientHeight / 2);
}
