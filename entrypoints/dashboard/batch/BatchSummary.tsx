import { PauseIcon, PlayIcon, RotateCwIcon, XIcon } from 'lucide-react';
import { useState } from 'react';
import { remainingMs, type Tally } from '@/utils/batch/batch';
import type { Batch } from '@/utils/batch/batch-store';
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import { jobFraction } from '@/utils/jobs/progress';
import { useNow } from '@/utils/pages/use-now';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { announce, describeRest, describeTally, fractionWith } from './batch-words';
import type { BatchActions } from './use-batch-actions';

export interface BatchSummaryProps {
  readonly batch: Batch;
  readonly tally: Tally;
  readonly actions: BatchActions;
}

const TICK_MS = 1000;

export function BatchSummary({ batch, tally, actions }: BatchSummaryProps) {
  const { row, jobs } = batch;
  const running = jobs.find(({ status }) => status === 'running');
  const now = useNow(running !== undefined, TICK_MS);
  const { taking } = actions;
  const total = Math.max(tally.total, taking?.total ?? row.size);
  const seen = { ...tally, total };
  const isOver = tally.open === 0 && !taking;
  const title = isOver ? say('batch.titleDone') : say(row.isPaused ? 'batch.titlePaused' : 'batch.titleWorking');
  return (
    <section className="batch-summary" aria-labelledby="batch-title">
      <h2 id="batch-title">{title}</h2>
      <ProgressBar label={title} fraction={fractionOfAll(seen, taking !== null, running, now)} />
      <p className="batch-line">
        <span>{describeTally(seen)}</span>
        {!row.isPaused && !isOver && <span className="soft">{describeRest(remainingMs(jobs))}</span>}
      </p>
      <span className="unseen" role="status">
        {announce(seen, row.isPaused)}
      </span>
      {!isOver && <p className="soft">{taking ? say('batch.taking', { ...taking }) : say('batch.mayClose')}</p>}
      {tally.total < row.size && !taking && (
        <p className="soft">{say('batch.notTaken', { count: row.size - tally.total })}</p>
      )}
      <BatchButtons batch={batch} tally={tally} actions={actions} isOver={isOver} />
    </section>
  );
}

/** Those that have no row yet are open, too. */
function fractionOfAll(tally: Tally, isTaking: boolean, running: Job | undefined, now: number): number {
  const known = tally.done + tally.failed + tally.cancelled + tally.open;
  const open = isTaking ? tally.open + tally.total - known : tally.open;
  return fractionWith({ ...tally, open }, running ? jobFraction(running, now) : 0);
}

function BatchButtons({ batch, tally, actions, isOver }: BatchSummaryProps & { readonly isOver: boolean }) {
  const [asks, setAsks] = useState(false);
  const { isPaused } = batch.row;
  const failed = batch.jobs.filter(({ status }) => status === 'failed' || status === 'cancelled');
  const again = failed.filter(actions.canRetry);
  return (
    <div className="batch-buttons">
      {!isOver && (
        <>
          <Button icon={isPaused ? <PlayIcon /> : <PauseIcon />} onPress={() => void actions.pause(batch, !isPaused)}>
            {isPaused ? say('batch.resume') : say('batch.pause')}
          </Button>
          <Button icon={<XIcon />} onPress={() => setAsks(true)}>
            {say('batch.cancelAll')}
          </Button>
        </>
      )}
      {again.length > 0 && (
        <Button icon={<RotateCwIcon />} onPress={() => void actions.retry(again)}>
          {say('batch.retry', { count: again.length })}
        </Button>
      )}
      {isOver && <Button onPress={() => void actions.putAway(batch)}>{say('batch.putAway')}</Button>}
      {failed.length > again.length && <p className="soft">{say('batch.retryHint')}</p>}
      {asks && (
        <ConfirmDialog
          title={say('batch.cancelTitle')}
          description={<p>{say('batch.cancelWords', { open: tally.open })}</p>}
          onClose={() => setAsks(false)}
        >
          <div className="actions">
            <ConfirmCancel />
            <Button
              kind="primary"
              onPress={() => {
                setAsks(false);
                void actions.stopAll(batch);
              }}
            >
              {say('batch.cancelAll')}
            </Button>
          </div>
        </ConfirmDialog>
      )}
    </div>
  );
}
