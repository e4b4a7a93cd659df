/**
 * How far a job is, from its row and the clock alone, so that nobody has to write progress to the database many times a
 * second. WASM inference cannot report from inside, so a stage that runs creeps towards its end by its expected time
 * and never reaches it: the bar is monotonic, never NaN, and 1 only when the job is done.
 */

import type { Stage, StageTimes } from '../pipeline/ports';
import { STAGES } from '../pipeline/ports';
import { isOpen, type Job } from './job';

/** Typical times (ms, WASM on two cores) until this machine has measured its own. */
const TYPICAL_MS: Readonly<Record<Stage, number>> = {
  engine: 4000,
  fetch: 300,
  decode: 150,
  preprocess: 150,
  infer: 12_000,
  postprocess: 50,
  refine: 250,
  compose: 150,
  encode: 400,
};

/** A stage of an hour is a machine that slept. */
const MAX_STAGE_MS = 3_600_000;

export interface StageClock {
  readonly stage: Stage;
  /** Epoch ms at which the stage began. */
  readonly since: number;
  /** Stage times of the last finished job on this machine; empty on the first. */
  readonly expected: StageTimes;
}

/** Fraction of the whole job, 0 ≤ f < 1. */
export function fractionAt({ stage, since, expected }: StageClock, now: number): number {
  const cost = (s: Stage) => costOf(s, expected[s]);
  const total = STAGES.reduce((sum, s) => sum + cost(s), 0);
  const before = STAGES.slice(0, STAGES.indexOf(stage)).reduce((sum, s) => sum + cost(s), 0);
  const elapsed = Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, now - since) || 0);
  // 1 − e^(−2t/T): at the expected time 86 % of the stage is filled, and an overlong stage still moves.
  const within = 1 - Math.exp((-2 * elapsed) / cost(stage));
  return Math.min(0.99, (before + within * cost(stage)) / total);
}

/** At least 1 ms, so that a stage that took no time last time still has a share. */
function costOf(stage: Stage, expected = TYPICAL_MS[stage]): number {
  return Number.isFinite(expected) ? Math.min(MAX_STAGE_MS, Math.max(1, expected)) : TYPICAL_MS[stage];
}

/** A job's share of its way, from its row: 0 in the queue, below 1 while it runs, 1 when it has ended. */
export function jobFraction(job: Job, now: number): number {
  if (!isOpen(job)) return 1;
  return job.stage ? fractionAt({ stage: job.stage, since: job.stageSince, expected: job.expected }, now) : 0;
}
