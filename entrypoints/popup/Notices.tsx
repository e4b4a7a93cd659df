/** Everything that went wrong lately, above the rest. */
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';
import { Button } from '@/utils/ui/Button';
import { describeFailure } from '@/utils/ui/describe-job';
import { Notice } from '@/utils/ui/Notice';
import type { Complaint } from './start-pictures';

export interface NoticesProps {
  readonly complaints: readonly Complaint[];
  readonly copyProblem: string | null;
  readonly failures: readonly Job[];
  /** Failures that can be cut anyway. */
  readonly offered: ReadonlySet<string>;
  readonly onDismiss: () => void;
  readonly onDismissFailure: (jobId: string) => void;
  readonly onCutAnyway: (jobId: string) => void;
}

export function Notices(props: NoticesProps) {
  const { complaints, copyProblem, failures, offered, onDismiss, onDismissFailure, onCutAnyway } = props;
  return (
    <>
      {copyProblem && <Notice sentence={copyProblem} onDismiss={onDismiss} />}
      {complaints.map(({ about, sentence }) => (
        <Notice key={about + sentence} about={about} sentence={sentence} onDismiss={onDismiss} />
      ))}
      {failures.map((job) => (
        <Notice
          key={job.id}
          about={job.name}
          sentence={describeFailure(job)}
          onDismiss={() => onDismissFailure(job.id)}
        >
          {offered.has(job.id) && (
            <Button label={say('popup.cutNameAnyway', { name: job.name })} onPress={() => onCutAnyway(job.id)}>
              {say('popup.cutAnyway')}
            </Button>
          )}
        </Notice>
      ))}
    </>
  );
}
