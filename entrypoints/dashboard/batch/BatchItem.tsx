import {
  CheckIcon,
  CircleAlertIcon,
  ClockIcon,
  LoaderIcon,
  PauseIcon,
  RotateCwIcon,
  SlashIcon,
  XIcon,
} from 'lucide-react';
import type { Batch } from '@/utils/batch/batch-store';
import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { isOpen, type Job } from '@/utils/jobs/job';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { type Previews, usePreview } from '../history/previews';
import { describeItem } from './batch-words';
import { useName } from './name-of';
import type { BatchActions } from './use-batch-actions';

export interface BatchItemProps {
  readonly vault: Vault;
  readonly job: Job;
  readonly previews: Previews;
  readonly batch: Batch;
  readonly actions: BatchActions;
}

export function BatchItem({ vault, job, previews, batch, actions }: BatchItemProps) {
  const name = useName(vault, job);
  return (
    <div className="batch-item" data-state={job.status}>
      {job.status === 'done' ? <DoneThumb job={job} previews={previews} /> : <StateIcon job={job} batch={batch} />}
      <div>
        <p className="name" title={name}>
          <bdi>{name}</bdi>
        </p>
        <p className="soft">
          {describeItem(job, batch.row.isPaused)}
          {job.outcome?.reducedFrom && ` ${sentenceOf(job.outcome.reducedBy ?? 'no-credit')}`}
        </p>
      </div>
      <ItemButtons job={job} name={name} batch={batch} actions={actions} />
    </div>
  );
}

function DoneThumb({ job, previews }: Pick<BatchItemProps, 'job' | 'previews'>) {
  const picture = usePreview(previews, job.id);
  return <Checkerboard picture={picture?.state === 'open' ? picture.blob : null} alt="" />;
}

function StateIcon({ job, batch }: Pick<BatchItemProps, 'job' | 'batch'>) {
  const icons = {
    queued: batch.row.isPaused ? <PauseIcon /> : <ClockIcon />,
    running: <LoaderIcon />,
    done: <CheckIcon />,
    failed: <CircleAlertIcon />,
    cancelled: <SlashIcon />,
  };
  return <span className="batch-icon">{icons[job.status]}</span>;
}

function ItemButtons({ job, name, batch, actions }: Omit<BatchItemProps, 'vault' | 'previews'> & { name: string }) {
  if (isOpen(job)) {
    const press = () => void actions.stopOne(job);
    return <Button kind="quiet" icon={<XIcon />} label={say('batch.cancelOne', { name })} onPress={press} />;
  }
  return (
    <div className="batch-item-buttons">
      {job.error === 'no-subject' && (
        <Button label={say('batch.cutAnywayOf', { name })} onPress={() => void actions.cutAnyway(job)}>
          {say('batch.cutAnyway')}
        </Button>
      )}
      {job.status !== 'done' && actions.canRetry(job) && (
        <Button
          kind="quiet"
          icon={<RotateCwIcon />}
          label={say('batch.retryOne', { name })}
          onPress={() => void actions.retry([job])}
        />
      )}
      <Button
        kind="quiet"
        icon={<XIcon />}
        label={say('batch.leaveOut', { name })}
        onPress={() => void actions.leaveOut(batch, job)}
      />
    </div>
  );
}
