import { CopyIcon, DownloadIcon, PinIcon, TrashIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
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
    <section className="selection-bar" aria-label={say('history.selection')}>
      <strong role="status">{say('history.selected', { count: selected.length })}</strong>
      {only && (
        <>
          <Button icon={<CopyIcon />} onPress={() => void actions.copy(only)}>
            {say(actions.copiedId === only.id ? 'history.copied' : 'history.copy')}
          </Button>
          <Button icon={<DownloadIcon />} onPress={() => void actions.download(only)}>
            {say('history.downloadPng')}
          </Button>
        </>
      )}
      <Button icon={<DownloadIcon />} onPress={() => onZip(selected)}>
        {say('history.downloadZip')}
      </Button>
      <Button icon={<PinIcon />} onPress={() => actions.pin(ids, pinned)}>
        {say(pinned ? 'history.pin' : 'history.unpin')}
      </Button>
      <Button icon={<TrashIcon />} onPress={() => onDelete(ids)}>
        {say('history.delete')}
      </Button>
      <Button kind="quiet" onPress={onClear}>
        {say('history.selectNone')}
      </Button>
    </section>
  );
}
