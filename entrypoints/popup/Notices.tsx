/** Everything that went wrong lately, above the rest. */
import type { Job } from '@/utils/jobs/job';
import { describeFailure } from '@/utils/ui/describe-job';
import { Notice } from './Notice';
import type { Complaint } from './start-pictures';

export interface NoticesProps {
  readonly complaints: readonly Complaint[];
  readonly copyProblem: string | null;
  readonly failures: readonly Job[];
  readonly onDismiss: () => void;
}

export function Notices({ complaints, copyProblem, failures, onDismiss }: NoticesProps) {
  return (
    <>
      {copyProblem && <Notice sentence={copyProblem} onDismiss={onDismiss} />}
      {complaints.map(({ about, sentence }) => (
        <Notice key={about + sentence} about={about} sentence={sentence} onDismiss={onDismiss} />
      ))}
      {failures.map((job) => (
        <Notice key={job.id} about={job.name} sentence={describeFailure(job)} />
      ))}
    </>
  );
}
