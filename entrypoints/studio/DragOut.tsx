import type { DragEvent } from 'react';
import { say } from '@/utils/i18n/say';
import { useObjectUrl } from '@/utils/ui/use-object-url';

export interface DragOutProps {
  readonly file: Blob | null;
  /** False while another file is being made: this one can be looked at. */
  readonly isCurrent: boolean;
  readonly fileName: string;
}

/** The finished picture, small, to be dragged into a folder or into another page. By keyboard there are Copy and Download. */
export function DragOut({ file, isCurrent, fileName }: DragOutProps) {
  const url = useObjectUrl(file);
  if (!file || !url) return <div className="drag-out" aria-hidden="true" />;
  return (
    <img
      className="drag-out checkerboard"
      src={url}
      alt={say('studio.exportDrag', { file: fileName })}
      title={say('studio.exportDragHint')}
      draggable={isCurrent}
      data-current={isCurrent}
      onDragStart={(event) => give(event, file, fileName, url)}
    />
  );
}

/**
 * For upload fields and editors the file itself, for folders Chrome's `DownloadURL`. Whatever the browser would give for an
 * image (its blob: address, which nobody else can open) is taken away.
 */
function give({ dataTransfer }: DragEvent, blob: Blob, fileName: string, url: string): void {
  dataTransfer.clearData();
  dataTransfer.effectAllowed = 'copy';
  dataTransfer.setData('DownloadURL', `${blob.type}:${fileName}:${url}`);
  dataTransfer.items.add(new File([blob], fileName, { type: blob.type }));
}
