/** The list with all that can be done to it: look for some, select, open, save, delete and get back. */
import { useMemo } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { dayOf } from '@/utils/calendar';
import { NO_FILTER } from '@/utils/history/search';
import { useNow } from '@/utils/pages/use-now';
import { Notice } from '@/utils/ui/Notice';
import { CountLine } from './CountLine';
import { CutoutDialog } from './CutoutDialog';
import { CutoutGrid } from './CutoutGrid';
import type { Cutout } from './cutout';
import { DeletedToasts } from './DeletedToasts';
import { Filters } from './Filters';
import { createPreviews } from './previews';
import { SelectionBar } from './SelectionBar';
import { NOTHING } from './selection';
import { useList } from './use-list';
import { useZip } from './use-zip';
import { ZipProgress } from './ZipProgress';

export interface CutoutListProps {
  readonly world: AccountWorld;
  readonly owner: string;
  readonly all: readonly Cutout[];
  /** So many of them have their names. */
  readonly opened: number;
}

const MINUTE_MS = 60_000;

export function CutoutList({ world, owner, all, opened }: CutoutListProps) {
  const today = dayOf(useNow(true, MINUTE_MS));
  const list = useList(world, owner, all);
  const { found, selection, actions, remove, select } = list;
  const zip = useZip(world, actions.fail);
  const previews = useMemo(() => createPreviews(world), [world]);
  const seen = { cutouts: found, today, previews, selection, focusOn: list.focusOn };
  const selected = selection.ids.size > 0 ? found.filter(({ id }) => selection.ids.has(id)) : [];
  return (
    <>
      {all.length > 0 && <Filters filter={list.filter} hosts={list.hosts} today={today} onChange={list.setFilter} />}
      <CountLine found={found.length} all={all.length} opened={opened} onShowAll={() => list.setFilter(NO_FILTER)} />
      {actions.problem && !list.shown && <Notice sentence={actions.problem} onDismiss={actions.forget} />}
      {zip.work && <ZipProgress work={zip.work} onEnd={zip.end} />}
      {found.length > 0 && <CutoutGrid {...seen} onSelect={select} onOpen={list.show} onDelete={remove} />}
      <SelectionBar
        selected={selected}
        actions={actions}
        onZip={(chosen) => void zip.start(chosen)}
        onDelete={remove}
        onClear={() => select(NOTHING)}
      />
      {list.shown && (
        <CutoutDialog
          {...list.shown}
          vault={world}
          previews={previews}
          actions={actions}
          onShow={list.show}
          onDelete={(id) => remove([id])}
        />
      )}
      <DeletedToasts deletions={list.deletions} onUndo={list.undo} onEnd={list.settle} />
    </>
  );
}
