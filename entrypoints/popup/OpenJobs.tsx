import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import { OpenJob } from './OpenJob';

export interface OpenJobsProps {
  /** Those that wait, in the order in which they will run. */
  readonly jobs: readonly Job[];
  readonly onCancel: (id: string) => void;
}

export function OpenJobs({ jobs, onCancel }: OpenJobsProps) {
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="open-title">
      <h2 id="open-title">{say('popup.waiting', { count: jobs.length })}</h2>
      <ol className="jobs">
        {jobs.map((job, index) => (
          <OpenJob key={job.id} job={job} ahead={index + 1} onCancel={onCancel} />
        ))}
      </ol>
    </section>
  );
}
