/** One picture of the user's own, from the file to its job's end. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import { withoutEnding } from '@/utils/browser/picture-name';
import type { MatteDb } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';
import { describeFailure } from '@/utils/ui/describe-job';

export interface OwnJob {
  /** The last one, unless it failed; null while there is none. */
  readonly job: Job | null;
  readonly problem: string | null;
  readonly start: (file: File) => void;
}

export function useOwnJob(db: MatteDb): OwnJob {
  const [asked, setAsked] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const job = useLiveQuery(async () => (asked ? await db.jobs.get(asked) : undefined), [db, asked]);
  const start = useCallback((file: File) => {
    setRefusal(null);
    // The job's name is what its download will be called.
    sendMessage('startJob', { picture: file, name: withoutEnding(file.name) })
      .then((answer) => ('error' in answer ? setRefusal(sentenceOf(answer.error)) : setAsked(answer.jobId)))
      .catch((error) => setRefusal(sentenceOf(codeOf(error))));
  }, []);
  const hasFailed = job?.status === 'failed';
  return { job: job && !hasFailed ? job : null, problem: hasFailed ? describeFailure(job) : refusal, start };
}
