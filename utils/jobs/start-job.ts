/** Writes a new job: the row, its hold of a credit and, where the bytes are already here, its input, in one transaction. */

import { GUEST } from '../credits/ledger';
import { holdCredit, ledgerTables, ownerHere } from '../credits/ledger-store';
import { inputId, type MatteDb } from '../db';
import { type ErrorCode, matteError } from '../errors';
import { withRoom } from '../history/make-room';
import { DEFAULTS, type Settings } from '../settings/settings';
import { readSettings } from '../settings/settings-store';
import { createJob, type EngineWish, fail, isOpen, type Job, type NewJob, type Origin } from './job';
import { createJobStore } from './job-store';
import { noteEnd } from './note-end';

/** Who and where; the settings say with which engine, unless `engine` asks otherwise for this one job. */
export interface JobWish extends Pick<NewJob, 'id' | 'name' | 'page' | 'batch'> {
  /** Of the page that the picture was on; absent for a file or the clipboard. */
  readonly address?: string | undefined;
  readonly engine?: Partial<EngineWish>;
}

export interface StartWish extends JobWish {
  readonly picture:
    | { readonly kind: 'url'; readonly url: string; readonly pageUrl: string | null }
    | { readonly kind: 'bytes'; readonly blob: Blob }
    | { readonly kind: 'unreadable'; readonly error: ErrorCode };
}

/**
 * @throws MatteError storage-full; data-gone when its batch is no longer there
 * @returns the row as written: with the settings of this moment, so that a later change does not touch it. An
 * `unreadable` picture gives a row that has already failed, so that every surface shows its sentence the same way.
 */
export async function startJob(deps: { db: MatteDb; now: () => number }, wish: StartWish): Promise<Job> {
  const { db, now } = deps;
  const row = await newRow(db, wish, now());
  const written = await withRoom(db, () =>
    db.transaction('rw', [db.jobs, db.blobs, db.batches, ...ledgerTables(db)], async () => {
      const job = { ...row, owner: await ownerOf(db, wish) };
      if (wish.picture.kind === 'bytes') await db.blobs.put({ id: inputId(job.id), blob: wish.picture.blob });
      await db.jobs.add(job);
      // Without a credit it is queued all the same: one may have come back when its turn comes.
      // A batch of hundreds takes each when its turn comes, or it would leave none for the picture in between.
      if (isOpen(job) && !job.batch) await holdCredit(db, { owner: job.owner, jobId: job.id }, now());
      return job;
    }),
  );
  if (!isOpen(written)) await noteEnd(deps, written);
  return written;
}

/** What comes with a batch is whose the batch is, whoever has come to sit here since. */
async function ownerOf(db: MatteDb, { batch }: JobWish): Promise<string> {
  if (!batch) return ownerHere(db);
  const owner = (await db.batches.get(batch.id))?.owner;
  if (owner === undefined) throw matteError('data-gone', 'the batch has been put away');
  return owner;
}

/** A job that failed before it began: the row of a picture that could not be read, or not even be stored. */
export function failedJob(wish: JobWish, error: ErrorCode, now: number): Job {
  const job = createJob({ ...asked(wish, DEFAULTS), source: { kind: 'forgotten' }, expected: {} }, now);
  const step = fail(job, error, now);
  return step.ok ? step.job : job;
}

async function newRow(db: MatteDb, wish: StartWish, now: number): Promise<Job> {
  const { picture } = wish;
  if (picture.kind === 'unreadable') return failedJob(wish, picture.error, now);
  const plan = asked(wish, await readSettings(db).catch(() => DEFAULTS));
  const expected = await createJobStore(db)
    .lastStageTimes(plan.quality)
    .catch(() => ({})); // a guess is not worth a failure
  return createJob({ ...plan, expected, source: picture.kind === 'url' ? picture : { kind: 'stored' } }, now);
}

/** Only pages of the web have a host that says something. */
function originOf({ page, address = '' }: JobWish, keepAddress: boolean): Origin {
  if (!page) return { kind: 'own', host: null, url: null };
  const url = URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return { kind: 'page', host: isWeb ? url.host : null, url: isWeb && keepAddress ? url.href : null };
}

/** Whose it is is found out when it is written. */
function asked(wish: JobWish, settings: Settings) {
  const { id, name, page, engine, batch } = wish;
  const { backend: backendChoice, quality } = { ...settings, ...engine };
  const origin = originOf(wish, settings.keepAddresses);
  return { id, owner: GUEST, origin, name, page, backendChoice, quality, ...(batch && { batch }) };
}
