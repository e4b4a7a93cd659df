/**
 * What is left of a job that failed for want of a subject: its cutout is kept as an offer, with history's limits, until
 * the user takes it ("Cut anyway"), dismisses the failure, or the row is forgotten. The failure has given its credit back;
 * taking the offer is an order of its own in the ledger.
 */
import { closeHold, holdCredit, ledgerTables } from '../credits/ledger-store';
import { costOf, type PreviewReason } from '../credits/plans';
import { type MatteDb, previewId, type StoredOffer } from '../db';
import { applyRetention } from '../history/apply-retention';
import type { Vault } from '../history/courier';
import { dropEntries, historyTables } from '../history/history-store';
import {
  keepResult,
  type ResultFiles,
  type SealedPictures,
  sealedFor,
  sealPictures,
  sealResult,
} from '../history/keep-result';
import { readDelivered } from '../history/read-picture';
import type { Size } from '../pipeline/raster';
import { detailsOf, entryOf, outcomeOf } from './entry-of';
import { cutAnyway, fail, type Job, type Outcome } from './job';
import { noteEnd } from './note-end';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/** A picture as PNG, and its size. */
export interface SmallPng extends Size {
  readonly png: Blob;
}

export interface TakeDeps extends Deps, Vault {
  /** What the user gets for want of a credit: the preview, as a file that the clipboard takes. @throws MatteError */
  readonly toPng: (preview: Blob) => Promise<SmallPng>;
}

/**
 * Marks the job failed with `no-subject` and keeps its cutout as an offer; does nothing if it has already ended.
 * @throws whatever the database throws; on a full disk `failJob` still works
 */
export async function failWithOffer(deps: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  const { db, now } = deps;
  const before = await db.jobs.get(jobId);
  if (!before) return;
  const seal = (owner: string) => sealResult(db, { jobId, owner, files, at: now(), deliver: true }, detailsOf(before));
  let ended: Job | null = null;
  await sealedFor(db, jobId, seal, [db.offers, ...ledgerTables(db)], async (sealed) => {
    const job = await db.jobs.get(jobId);
    const step = job && fail(job, 'no-subject', now());
    if (!step?.ok) return;
    await keepResult(db, jobId, sealed);
    const entry = entryOf(step.job, outcome, { ...sealed, bytes: files.png.size, createdAt: now() });
    await db.offers.put({ ...entry, outcome });
    await db.jobs.put(step.job);
    await closeHold(db, jobId, 'release', now());
    ended = step.job;
  });
  await noteEnd(deps, ended);
  await applyRetention(db, now());
}

/**
 * The user takes the offer: the job is done after all, its cutout in history and its credit settled. Without a credit it
 * is the preview that is taken.
 * @returns false when there is no such offer, or only a preview could be had and that is locked
 * @throws MatteError of `toPng`; the offer then stands as before
 */
export async function takeOffer(deps: TakeDeps, jobId: string): Promise<boolean> {
  const isTaken = await takeWholeOrPreview(deps, jobId);
  if (isTaken) await noteEnd(deps, (await deps.db.jobs.get(jobId)) ?? null);
  return isTaken;
}

async function takeWholeOrPreview(deps: TakeDeps, jobId: string): Promise<boolean> {
  const taken = await takeAs(deps, jobId, null);
  if (typeof taken === 'boolean') return taken;
  const preview = await readDelivered(deps, previewId(jobId));
  if (preview.state !== 'open') return false;
  const { png, width, height } = await deps.toPng(preview.blob);
  const owner = (await deps.db.offers.get(jobId))?.owner;
  if (owner === undefined) return false;
  const sealed = await sealPictures(deps.db, { jobId, owner, files: { png }, at: deps.now(), deliver: true });
  return (await takeAs(deps, jobId, { sealed, width, height, bytes: png.size })) === true;
}

/** The preview as PNG, ready to be written. */
interface Small extends Size {
  readonly sealed: SealedPictures;
  readonly bytes: number;
}

/** `small` is what to take for want of a credit; the reason for a preview when there is neither. */
function takeAs({ db, now }: Deps, jobId: string, small: Small | null): Promise<boolean | PreviewReason> {
  const tables = [...historyTables(db), ...ledgerTables(db)];
  return db.transaction('rw', tables, async () => {
    const job = await db.jobs.get(jobId);
    const offer = await db.offers.get(jobId);
    if (!job || !offer) return false;
    const step = cutAnyway(job, offer.outcome, now());
    if (!step.ok) return false;
    const reducedBy = await pay(db, offer, now());
    const { outcome: whole, ...entry } = offer;
    if (!reducedBy) {
      await db.history.put({ ...entry, createdAt: now() });
      await db.jobs.put(step.job);
    } else if (small) {
      const outcome = { ...reduced(whole, small), reducedBy };
      await db.blobs.bulkPut([...small.sealed.blobs]);
      await db.deliveries.bulkPut([...small.sealed.deliveries]);
      await db.history.put({ ...entry, ...outcomeOf(outcome, job.quality, small.bytes), createdAt: now() });
      await db.jobs.put({ ...step.job, outcome });
    } else return reducedBy;
    await db.offers.delete(jobId);
    return true;
  });
}

/** What is as small as a preview anyway costs nothing. Null, or why it is not paid. */
async function pay(db: MatteDb, { id, owner, outcome }: StoredOffer, now: number): Promise<PreviewReason | null> {
  if (costOf(outcome) === 0) return null;
  const order = { owner, jobId: `${id}/anyway` };
  const refused = await holdCredit(db, order, now);
  if (!refused) await closeHold(db, order.jobId, 'settle', now);
  return refused;
}

function reduced(outcome: Outcome, { width, height }: Size): Outcome {
  return { ...outcome, width, height, reducedFrom: { width: outcome.width, height: outcome.height } };
}

/** The user has done with a failure: its row goes, and whatever was kept for it. Other jobs stay as they are. */
export async function dismissFailure({ db }: Pick<Deps, 'db'>, jobId: string): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    const job = await db.jobs.get(jobId);
    if (job?.status !== 'failed') return;
    await db.jobs.delete(jobId);
    await dropEntries(db, [jobId]);
  });
}

/** Ended rows are only needed while somebody may still look at them; an offer goes with its row, history stays. */
export async function forgetEndedBefore({ db }: Pick<Deps, 'db'>, time: number): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    const ended = db.jobs.filter((job) => job.endedAt !== null && job.endedAt < time);
    const ids = await ended.primaryKeys();
    const offered = await db.offers.where('id').anyOf(ids).primaryKeys();
    await dropEntries(db, offered);
    await db.jobs.bulkDelete(ids);
  });
}
