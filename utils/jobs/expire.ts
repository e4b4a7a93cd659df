/**
 * An original is never kept longer than an hour, and an account's plain file name neither, whatever becomes of the job. What
 * waits in a batch may wait for a day.
 */
import { GUEST } from '../credits/ledger';
import { inputId, type MatteDb } from '../db';
import { isBatchOver, isBrieflyOver } from '../history/retention';
import { failJob } from './finish-job';
import { isOpen } from './job';
import { createJobStore } from './job-store';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/**
 * Fails jobs that are open for too long: hold released, input and address gone with the end. Also deletes inputs without an
 * open job, which there should be none of.
 * @returns the ids of those that failed now
 */
export async function expireOriginals(deps: Deps): Promise<readonly string[]> {
  const open = await createJobStore(deps.db).open();
  const overdue = open.filter(({ createdAt, batch }) => (batch ? isBatchOver : isBrieflyOver)(createdAt, deps.now()));
  for (const { id } of overdue) await failJob(deps, id, 'not-in-time');
  await dropStrayInputs(deps.db);
  return overdue.map(({ id }) => id);
}

async function dropStrayInputs(db: MatteDb): Promise<void> {
  const inputs = (await db.blobs.toCollection().primaryKeys()).filter((id) => id.endsWith(inputId('')));
  if (inputs.length === 0) return;
  await db.transaction('rw', db.jobs, db.blobs, async () => {
    const open = new Set((await createJobStore(db).open()).map(({ id }) => inputId(id)));
    await db.blobs.bulkDelete(inputs.filter((id) => !open.has(id)));
  });
}

/**
 * Rows of jobs that ended a while ago forget what an account's picture was called; history has it sealed. Until then card,
 * popup and notification use it.
 */
export async function forgetNames({ db, now }: Deps): Promise<void> {
  await db.jobs
    .filter((job) => !isOpen(job) && job.owner !== GUEST && job.name !== '' && isBrieflyOver(job.endedAt ?? 0, now()))
    .modify({ name: '' });
}
