import type { Job } from '@/utils/jobs/job';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { describeWork, toPercent } from '@/utils/ui/describe-job';
import { CloseIcon } from '@/utils/ui/icons';
import { ProgressBar } from '@/utils/ui/ProgressBar';

export interface OpenJobProps {
  readonly job: Job;
  readonly ahead: number;
  readonly fraction: number;
  readonly onCancel: (id: string) => void;
}

export function OpenJob({ job, ahead, fraction, onCancel }: OpenJobProps) {
  const isRunning = job.status === 'running';
  const { title, detail } = describeWork(job, ahead);
  return (
    <li className="job">
      <Checkerboard picture={null} alt="" busy={isRunning} />
      <div>
        <p className="name" title={job.name}>
          <bdi>{job.name}</bdi>
        </p>
        <p className="soft caption">
          <span role="status">{detail}</span>
          {isRunning && (
            <span className="percent" aria-hidden="true" dir="ltr">
              {toPercent(fraction)} %
            </span>
          )}
        </p>
        {isRunning && <ProgressBar fraction={fraction} label={`${title}: ${job.name}`} />}
      </div>
      <Button kind="quiet" label={`Cancel ${job.name}`} icon={<CloseIcon />} onPress={() => onCancel(job.id)} />
    </li>
  );
}
