/** A batch at work, or done: how far it is, what can be done with it, and each of its pictures. */
import { useMemo } from 'react';
import { inOrder, tallyOf } from '@/utils/batch/batch';
import type { Batch } from '@/utils/batch/batch-store';
import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import { parseEdits } from '@/utils/studio/edits';
import { createPreviews } from '../history/previews';
import { BatchList } from './BatchList';
import { BatchSummary } from './BatchSummary';
import { BatchZip } from './BatchZip';
import { PresetSelect } from './PresetSelect';
import type { BatchActions } from './use-batch-actions';
import { useStay } from './use-stay';

export interface OpenBatchProps {
  readonly vault: Vault;
  readonly batch: Batch;
  readonly actions: BatchActions;
}

export function OpenBatch({ vault, batch, actions }: OpenBatchProps) {
  const { row, jobs } = batch;
  const ordered = useMemo(() => inOrder(jobs), [jobs]);
  const previews = useMemo(() => createPreviews(vault), [vault]);
  const tally = tallyOf(jobs);
  useStay(actions.taking !== null);
  const isOver = tally.open === 0 && !actions.taking;
  return (
    <>
      <BatchSummary batch={batch} tally={tally} actions={actions} />
      <section className="batch-result" aria-label={say('batch.zipLabel')}>
        <PresetSelect
          db={vault.db}
          edits={parseEdits(row.edits)}
          onChoose={(edits) => void actions.setEdits(batch, edits)}
        />
        <BatchZip vault={vault} batch={batch} done={tally.done} isOver={isOver} />
      </section>
      <BatchList vault={vault} jobs={ordered} previews={previews} batch={batch} actions={actions} />
    </>
  );
}
