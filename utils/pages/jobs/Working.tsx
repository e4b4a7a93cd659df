import type { Job } from '@/utils/jobs/job';
import { jobFraction } from '@/utils/jobs/progress';
import { useNow } from '@/utils/pages/use-now';
import { describeWork, toPercent } from '@/utils/ui/describe-job';
import { ProgressBar } from '@/utils/ui/ProgressBar';

const TICK_MS = 250;

export function Working({ job }: { readonly job: Job }) {
  const fraction = jobFraction(job, useNow(true, TICK_MS));
  const { title, detail } = describeWork(job, 0);
  return (
    <div className="working">
      <ProgressBar fraction={fraction} label={title} />
      <p>
        <span role="status">{detail}</span>
        <span className="percent soft" aria-hidden="true" dir="ltr">
          {toPercent(fraction)} %
        </span>
      </p>
    </div>
  );
}
