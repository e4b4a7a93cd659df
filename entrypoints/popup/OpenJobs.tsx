import type { Job } from '@/utils/jobs/job';
import { jobFraction } from '@/utils/jobs/progress';
import { OpenJob } from './OpenJob';

export interface OpenJobsProps {
  /** In the order in which they run. */
  readonly jobs: readonly Job[];
  readonly now: number;
  readonly onCancel: (id: string) => void;
}

export function OpenJobs({ jobs, now, onCancel }: OpenJobsProps) {
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{jobs.length === 1 ? 'Working on 1 picture' : `Working on ${jobs.length} pictures`}</h2>
      <ol className="jobs">
        {jobs.map((job, ahead) => (
          <OpenJob key={job.id} job={job} ahead={ahead} fraction={jobFraction(job, now)} onCancel={onCancel} />
        ))}
      </ol>
    </section>
  );
}
