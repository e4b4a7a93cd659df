/** A part of a page that takes files itself: what is dropped or pasted there is no picture to cut out. */
import { type ClipboardEvent, type DragEvent, useState } from 'react';

/** On the outermost element of such a part; `isForOthers` looks for it. */
const OWN = 'data-own-files';

/** For the whole page's listeners: whether some part of it takes this event's files itself. */
export function isForOthers({ target }: Event): boolean {
  return target instanceof Element && target.closest(`[${OWN}]`) !== null;
}

/** `own`: what the element needs to take files. */
export function useOwnFiles(onFiles: (files: readonly File[]) => void) {
  const [isDragging, setDragging] = useState(false);
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (data.files.length === 0) return; // text goes where it is dropped or pasted
    event.preventDefault();
    onFiles(Array.from(data.files));
  };
  const own = {
    [OWN]: true,
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      // Moving between children also "leaves".
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setDragging(false);
    },
    onDrop: (event: DragEvent) => {
      setDragging(false);
      take(event, event.dataTransfer);
    },
  };
  return { isDragging, own };
}
