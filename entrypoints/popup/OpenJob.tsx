import { XIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import { Button } from '@/utils/ui/Button';
import { describeWork } from '@/utils/ui/describe-job';

export interface OpenJobProps {
  readonly job: Job;
  readonly ahead: number;
  readonly onCancel: (id: string) => void;
}

/** A picture that waits for its turn. */
export function OpenJob({ job, ahead, onCancel }: OpenJobProps) {
  return (
    <li className="job">
      <div>
        <p className="name" title={job.name}>
          <bdi>{job.name}</bdi>
        </p>
        <p className="soft">{describeWork(job, ahead).detail}</p>
      </div>
      <Button
        kind="quiet"
        label={say('popup.cancelName', { name: job.name })}
        icon={<XIcon />}
        onPress={() => onCancel(job.id)}
      />
    </li>
  );
}
