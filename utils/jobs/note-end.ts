/** After a job's end, outside its transaction: what is counted of it, and what is noted of its failure. */
import type { MatteDb } from '../db';
import { faultOf, noteFault } from '../diagnostics/log';
import { countJob } from '../statistics/counter';
import type { Job } from './job';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/**
 * Never rejects. That no subject stood out is no fault, and neither is what was lost with it.
 * @param job as it ended; null where nothing ended
 * @param thrown what made it fail, if anything was thrown
 */
export async function noteEnd(deps: Deps, job: Job | null, thrown?: unknown): Promise<void> {
  if (!job) return;
  await countJob(deps, job);
  if (!job.error || job.error === 'no-subject') return;
  await noteFault(deps, { ...faultOf(thrown, [job.name]), code: job.error });
}
