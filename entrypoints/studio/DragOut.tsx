import { say } from '@/utils/i18n/say';
import { carryPicture } from '@/utils/ui/carry-picture';
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
      onDragStart={({ dataTransfer }) => carryPicture(dataTransfer)}
    />
  );
}
