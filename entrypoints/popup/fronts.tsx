/**
 * What stands in front. Functions that give one and the same component under the job's id: React then keeps the picture's
 * element when the result replaces the first look, and nothing moves or flashes.
 */

import { CheckIcon, CopyIcon, DownloadIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import { jobFraction } from '@/utils/jobs/progress';
import { Button } from '@/utils/ui/Button';
import { describeOutcome, describeSize, describeWork, toPercent } from '@/utils/ui/describe-job';
import { FirstLook } from '@/utils/ui/FirstLook';
import { LinkButton } from '@/utils/ui/LinkButton';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { Front } from './Front';
import type { Result } from './read-stored';

export interface WorkProps {
  readonly job: Job;
  readonly now: number;
  readonly look: Blob | null;
  readonly onCancel: (id: string) => void;
}

export function workInFront({ job, now, look, onCancel }: WorkProps) {
  const { title, detail } = describeWork(job, 0);
  const fraction = jobFraction(job, now);
  return (
    <Front
      key={job.id}
      label={say('popup.atWork')}
      picture={look}
      alt={say('popup.firstLookAt', { name: job.name })}
      busy
      over={
        <>
          {look && <FirstLook />}
          <ProgressBar fraction={fraction} label={say('popup.progressOf', { work: title, name: job.name })} />
        </>
      }
      name={job.name}
      detail={
        <>
          <span role="status">{detail}</span>
          {job.status === 'running' && (
            <span className="percent" aria-hidden="true" dir="ltr">
              {toPercent(fraction)} %
            </span>
          )}
        </>
      }
    >
      <Button label={say('popup.cancelName', { name: job.name })} onPress={() => onCancel(job.id)}>
        {say('popup.cancel')}
      </Button>
    </Front>
  );
}

export interface ResultProps {
  readonly result: Result;
  readonly copiedId: string | null;
  readonly onCopy: (result: Result) => void;
  readonly onDownload: (result: Result) => void;
}

export function resultInFront({ result, copiedId, onCopy, onDownload }: ResultProps) {
  const { entry, name, preview, isThere, outcome } = result;
  const isCopied = copiedId === entry.id;
  const small = outcome ? describeOutcome(outcome) : describeSize(entry.width, entry.height, entry.reducedFrom);
  return (
    <Front
      key={entry.id}
      label={say('popup.latest')}
      picture={preview}
      alt={say('popup.cutoutOf', { name })}
      name={name}
      detail={
        <>
          <div>
            <bdi>{isThere ? small : say('popup.deleted')}</bdi>
            {entry.reducedFrom && <p className="why">{sentenceOf(entry.reducedBy ?? 'no-credit')}</p>}
          </div>
          <span className="unseen" role="status">
            {isCopied ? say('popup.onClipboard') : ''}
          </span>
        </>
      }
    >
      <Button
        kind="primary"
        icon={isCopied ? <CheckIcon /> : <CopyIcon />}
        onPress={() => onCopy(result)}
        disabled={!isThere}
      >
        {isCopied ? say('popup.copied') : say('popup.copy')}
      </Button>
      <Button icon={<DownloadIcon />} onPress={() => onDownload(result)} disabled={!isThere}>
        {say('popup.downloadPng')}
      </Button>
      {isThere && (
        <LinkButton href={`/studio.html#${entry.id}`} label={say('popup.editName', { name })}>
          {say('popup.edit')}
        </LinkButton>
      )}
    </Front>
  );
}
