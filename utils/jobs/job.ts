/**
 * A job's life as a pure state machine: queued → running(stage) → done | failed(code) | cancelled.
 * Expected refusals ("already ended") are values with a reason; nothing here touches a clock, a store or a browser.
 */
import type { PreviewReason } from '../credits/plans';
import type { ErrorCode } from '../errors';
import { STAGES, type Stage, type StageTimes } from '../pipeline/ports';
import type { Size } from '../pipeline/raster';
import type { Backend, BackendChoice, RungNote } from './rungs';

export type { Backend, BackendChoice };

export type JobStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
/** How much time a matte may cost; docs/benchmarks.md says what each buys. */
export const QUALITIES = ['fast', 'balanced', 'best'] as const;
export type Quality = (typeof QUALITIES)[number];
/** What an engine is asked to be. */
export interface EngineWish {
  readonly backend: BackendChoice;
  readonly quality: Quality;
}

/**
 * Where the bytes come from. A `stored` input lies in the blobs table under the job's id. An ended job no longer says
 * where its picture was: nobody needs to know what was looked at.
 */
export type Source =
  | { readonly kind: 'url'; readonly url: string; readonly pageUrl: string | null }
  | { readonly kind: 'stored' }
  | { readonly kind: 'forgotten' };

/**
 * Who gets the result. Page jobs go `waiting → copying → copied`, or `announced` (badge and notification) when nobody
 * could copy; popup and script jobs have nothing to deliver.
 */
export type Delivery = 'none' | 'waiting' | 'copying' | 'copied' | 'announced';

/** Where a picture was, as far as history is to know it; its addresses are forgotten with the job's end. */
export interface Origin {
  readonly kind: 'page' | 'own';
  readonly host: string | null;
  readonly url: string | null;
}

/** Which batch a picture came with, and the how-manieth of it it is, from 0. */
export interface BatchPlace {
  readonly id: string;
  readonly place: number;
}

export interface Job {
  readonly id: string;
  /** Whoever waits beside a picture of their own goes first. */
  readonly batch?: BatchPlace;
  /** Who started it: an account's id, or `guest`. It pays, and gets the result, whoever sits here when it ends. */
  readonly owner: string;
  readonly origin: Origin;
  readonly status: JobStatus;
  readonly source: Source;
  /** File name without extension, for the download. */
  readonly name: string;
  readonly backendChoice: BackendChoice;
  readonly quality: Quality;
  /** Tab and frame of the click; null for popup and scripts. */
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** How many engines have begun this job. */
  readonly attempts: number;
  readonly stage: Stage | null;
  readonly stageSince: number;
  readonly expected: StageTimes;
  readonly error: ErrorCode | null;
  readonly outcome: Outcome | null;
  readonly delivery: Delivery;
  readonly claimedAt: number | null;
}

export interface Outcome {
  readonly width: number;
  readonly height: number;
  readonly backend: Backend;
  /** Every rung from the best down to the one that ran; rows of 0.1.0 have none. */
  readonly why?: readonly RungNote[];
  readonly stages: StageTimes;
  /** Wall time from start to encoded, ms. */
  readonly ms: number;
  /** A preview: the size of the whole picture, and why; rows of before vouchers have no reason. */
  readonly reducedFrom?: Size;
  readonly reducedBy?: PreviewReason;
}

export type Step = { readonly ok: true; readonly job: Job } | { readonly ok: false; readonly reason: string };

/** An engine that dies twice on a job is not asked a third time. */
export const MAX_ATTEMPTS = 2;
export function isOpen(job: Pick<Job, 'status'>): boolean {
  return job.status === 'queued' || job.status === 'running';
}

export interface NewJob {
  readonly id: string;
  readonly batch?: BatchPlace;
  readonly owner: string;
  readonly origin: Origin;
  readonly source: Source;
  readonly name: string;
  readonly backendChoice: BackendChoice;
  readonly quality: Quality;
  readonly page: { readonly tabId: number; readonly frameId: number } | null;
  readonly expected: StageTimes;
}

export function createJob(wish: NewJob, now: number): Job {
  const { page, ...rest } = wish;
  return {
    ...rest,
    status: 'queued',
    tabId: page?.tabId ?? null,
    frameId: page?.frameId ?? null,
    createdAt: now,
    endedAt: null,
    attempts: 0,
    stage: null,
    stageSince: now,
    error: null,
    outcome: null,
    delivery: page && !wish.batch ? 'waiting' : 'none',
    claimedAt: null,
  };
}

/** An engine takes the job; a job on which two engines died fails instead. */
export function begin(job: Job, now: number): Step {
  if (!isOpen(job)) return refuse('already ended');
  if (job.attempts >= MAX_ATTEMPTS) return fail(job, 'engine-crashed', now);
  return take({ ...job, status: 'running', attempts: job.attempts + 1, stage: 'engine', stageSince: now });
}

export function enterStage(job: Job, stage: Stage, now: number): Step {
  if (job.status !== 'running') return refuse('not running');
  // A lower rung begins anew at `decode`; the bar must not.
  if (job.stage && STAGES.indexOf(stage) < STAGES.indexOf(job.stage)) return refuse('further already');
  return take({ ...job, stage, stageSince: now });
}

/** The engine is gone (crash, closed document, restart): back to the queue, attempts kept. */
export function requeue(job: Job, now: number): Step {
  if (job.status !== 'running') return refuse('not running');
  return take({ ...job, status: 'queued', stage: null, stageSince: now });
}

export function finish(job: Job, outcome: Outcome, now: number): Step {
  if (job.status !== 'running') return refuse('not running');
  return end(job, now, { status: 'done', outcome });
}

export function fail(job: Job, error: ErrorCode, now: number): Step {
  if (!isOpen(job)) return refuse('already ended');
  return end(job, now, { status: 'failed', error });
}

export function cancel(job: Job, now: number): Step {
  if (!isOpen(job)) return refuse('already ended');
  return end(job, now, { status: 'cancelled', delivery: 'none' });
}

/**
 * No subject stood out, and the user wants what there is: the one end that can change, and only once. A page job's
 * cutout waits to be copied like any other's, also when the failure had been announced.
 */
export function cutAnyway(job: Job, outcome: Outcome, now: number): Step {
  if (job.status !== 'failed' || job.error !== 'no-subject') return refuse('not for want of a subject');
  const delivery = job.tabId === null || job.batch ? 'none' : 'waiting';
  return take({ ...job, status: 'done', error: null, outcome, endedAt: now, delivery });
}

function end(job: Job, now: number, how: Partial<Job>): Step {
  const origin = { kind: job.origin.kind, host: null, url: null };
  return take({ ...job, ...how, source: { kind: 'forgotten' }, origin, stage: null, endedAt: now });
}

export function take(job: Job): Step {
  return { ok: true, job };
}

export function refuse(reason: string): Step {
  return { ok: false, reason };
}
