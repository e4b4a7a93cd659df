/** What a picture of the batch is called; an account's name is with its cutout alone once the job ended an hour ago. */
import { useEffect, useState } from 'react';
import type { Vault } from '@/utils/history/courier';
import { readDetails } from '@/utils/history/details';
import { say } from '@/utils/i18n/say';
import type { Job } from '@/utils/jobs/job';

export async function nameOf({ db, keys }: Vault, job: Job): Promise<string> {
  if (job.name) return job.name;
  const entry = await db.history.get(job.id);
  const read = entry && (await readDetails(keys, entry));
  return (read?.state === 'open' && read.details.name) || nameless(job);
}

export function useName(vault: Vault, job: Job): string {
  const [name, setName] = useState(job.name);
  useEffect(() => {
    let isStale = false;
    void nameOf(vault, job)
      .catch(() => nameless(job))
      .then((read) => !isStale && setName(read));
    return () => {
      isStale = true;
    };
  }, [vault, job.id, job.name]);
  return name;
}

function nameless({ batch }: Job): string {
  return say('batch.nameless', { number: (batch?.place ?? 0) + 1 });
}
