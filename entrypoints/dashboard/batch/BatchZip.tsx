import { DownloadIcon } from 'lucide-react';
import type { Batch } from '@/utils/batch/batch-store';
import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { useBatchZip } from './use-batch-zip';

export interface BatchZipProps {
  readonly vault: Vault;
  readonly batch: Batch;
  readonly done: number;
  readonly isOver: boolean;
}

export function BatchZip({ vault, batch, done, isOver }: BatchZipProps) {
  const { work, save, end } = useBatchZip(vault);
  if (work.state === 'working') {
    const said = say('batch.zipWorking', { done: work.done, total: work.total });
    return (
      <div className="batch-zip">
        <div>
          <p>{said}</p>
          <ProgressBar label={say('batch.zipLabel')} fraction={work.done / work.total} />
        </div>
        <Button onPress={end}>{say('batch.zipCancel')}</Button>
      </div>
    );
  }
  return (
    <>
      <Button
        kind={isOver ? 'primary' : 'plain'}
        icon={<DownloadIcon />}
        onPress={() => void save(batch)}
        disabled={done === 0 || !isOver}
      >
        {say('batch.zip', { count: done })}
      </Button>
      <p role="status" className="soft">
        {work.state === 'saved' && say('batch.zipSaved', { packed: work.packed, leftOut: work.leftOut })}
      </p>
      {work.state === 'failed' && <Notice sentence={sentenceOf(work.code)} onDismiss={end} />}
    </>
  );
}
