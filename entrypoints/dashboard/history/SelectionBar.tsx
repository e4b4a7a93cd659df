import { CopyIcon, DownloadIcon, PinIcon, TrashIcon } from 'lucide-react';
import { Button } from '@/utils/ui/Button';
import type { Cutout } from './cutout';
import type { CutoutActions } from './use-cutout-actions';

export interface SelectionBarProps {
  readonly selected: readonly Cutout[];
  readonly actions: CutoutActions;
  readonly onZip: (cutouts: readonly Cutout[]) => void;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with what is selected; one alone can be copied and saved as it is. */
export function SelectionBar({ selected, actions, onZip, onDelete, onClear }: SelectionBarProps) {
  const ids = selected.map(({ id }) => id);
  const [first] = selected;
  if (!first) return null;
  const only = selected.length === 1 ? first : undefined;
  const pinned = !selected.every(({ isPinned }) => isPinned);
  return (
    <section className="selection-bar" aria-label="Selection">
      <strong role="status">{selected.length.toLocaleString()} selected</strong>
      {only && (
        <>
          <Button icon={<CopyIcon />} onPress={() => void actions.copy(only)}>
            {actions.copiedId === only.id ? 'Copied' : 'Copy'}
          </Button>
          <Button icon={<DownloadIcon />} onPress={() => void actions.download(only)}>
            Download PNG
          </Button>
        </>
      )}
      <Button icon={<DownloadIcon />} onPress={() => onZip(selected)}>
        Download ZIP
      </Button>
      <Button icon={<PinIcon />} onPress={() => actions.pin(ids, pinned)}>
        {pinned ? 'Pin' : 'Unpin'}
      </Button>
      <Button icon={<TrashIcon />} onPress={() => onDelete(ids)}>
        Delete
      </Button>
      <Button kind="quiet" onPress={onClear}>
        Select none
      </Button>
    </section>
  );
}
