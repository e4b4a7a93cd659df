import { describe, expect, it } from 'vitest';
import {
  begin,
  cancel,
  createJob,
  enterStage,
  fail,
  finish,
  isOpen,
  type Job,
  MAX_ATTEMPTS,
  requeue,
  type Step,
} from '@/utils/jobs/job';
import { aJob, cancelled, done, failed, NEW_JOB, OUTCOME, running, T0, taken } from './world';

const LATER = T0 + 5000;
const queued = aJob();
/** However a job ends: it is at no stage, and no longer says where its picture was. */
const ENDED = {
  stage: null,
  endedAt: LATER,
  source: { kind: 'forgotten' },
  origin: { kind: 'page', host: null, url: null },
};

const EVERY_STEP: Readonly<Record<string, (job: Job) => Step>> = {
  begin: (job) => begin(job, LATER),
  enterStage: (job) => enterStage(job, 'compose', LATER),
  requeue: (job) => requeue(job, LATER),
  finish: (job) => finish(job, OUTCOME, LATER),
  fail: (job) => fail(job, 'not-found', LATER),
  cancel: (job) => cancel(job, LATER),
};

describe('a new job', () => {
  it('waits in the queue, untouched by any engine', () => {
    expect(createJob(NEW_JOB, T0)).toMatchObject({
      status: 'queued',
      attempts: 0,
      stage: null,
      error: null,
      outcome: null,
      createdAt: T0,
      endedAt: null,
      claimedAt: null,
    });
  });

  it('keeps what was wished for', () => {
    const { page: _, ...wish } = NEW_JOB;
    expect(createJob(NEW_JOB, T0)).toMatchObject(wish);
  });

  it('of a page has somebody to deliver to', () => {
    const job = createJob({ ...NEW_JOB, page: { tabId: 7, frameId: 3 } }, T0);
    expect(job).toMatchObject({ tabId: 7, frameId: 3, delivery: 'waiting' });
  });

  it('of the popup has not', () => {
    expect(createJob({ ...NEW_JOB, page: null }, T0)).toMatchObject({ tabId: null, frameId: null, delivery: 'none' });
  });
});

describe('each status', () => {
  it.each<[Job['status'], Job, boolean, readonly string[]]>([
    ['queued', queued, true, ['begin', 'fail', 'cancel']],
    ['running', running, true, ['begin', 'enterStage', 'requeue', 'finish', 'fail', 'cancel']],
    ['done', done, false, []],
    ['failed', failed, false, []],
    ['cancelled', cancelled, false, []],
  ])('%s allows these steps and refuses all others with a reason', (_, job, open, allowed) => {
    expect(isOpen(job)).toBe(open);
    for (const [name, step] of Object.entries(EVERY_STEP)) {
      const result = step(job);
      expect(result.ok, name).toBe(allowed.includes(name));
      if (!result.ok) expect(result.reason, name).not.toBe('');
    }
  });
});

describe('a step', () => {
  it('leaves the row it was given as it was', () => {
    const before = structuredClone(running);
    for (const step of Object.values(EVERY_STEP)) step(running);
    expect(running).toEqual(before);
  });

  it('begin: an engine starts up, and is counted', () => {
    const job = taken(begin(queued, LATER));
    expect(job).toEqual({ ...queued, status: 'running', attempts: 1, stage: 'engine', stageSince: LATER });
  });

  it('begin: the last allowed engine may still try', () => {
    const job = taken(begin(aJob({ attempts: MAX_ATTEMPTS - 1 }), LATER));
    expect(job).toMatchObject({ status: 'running', attempts: MAX_ATTEMPTS });
  });

  it('begin: after that many deaths the job fails instead, and says why', () => {
    const job = taken(begin(aJob({ attempts: MAX_ATTEMPTS }), LATER));
    expect(job).toMatchObject({ status: 'failed', error: 'engine-crashed', attempts: MAX_ATTEMPTS, endedAt: LATER });
  });

  it('enterStage: never goes back, also when a lower rung begins anew', () => {
    const inferring = taken(enterStage(running, 'infer', LATER));
    expect(enterStage(inferring, 'decode', LATER)).toMatchObject({ ok: false });
    expect(enterStage(inferring, 'postprocess', LATER)).toMatchObject({ ok: true });
  });

  it('enterStage: names the stage and when it began', () => {
    expect(taken(enterStage(running, 'compose', LATER))).toEqual({ ...running, stage: 'compose', stageSince: LATER });
  });

  it('requeue: back in the queue, and the attempt still counts', () => {
    const job = taken(requeue(running, LATER));
    expect(job).toEqual({ ...running, status: 'queued', stage: null, stageSince: LATER });
  });

  it('finish: done, with its outcome', () => {
    const job = taken(finish(running, OUTCOME, LATER));
    expect(job).toEqual({ ...running, ...ENDED, status: 'done', outcome: OUTCOME });
  });

  it.each([
    ['queued', queued],
    ['running', running],
  ])('fail: %s → failed, with its code, and still to be told', (_, job) => {
    expect(taken(fail(job, 'not-found', LATER))).toEqual({ ...job, ...ENDED, status: 'failed', error: 'not-found' });
  });

  it.each([
    ['queued', queued],
    ['running', running],
  ])('cancel: %s → cancelled, and nobody needs to be told', (_, job) => {
    expect(taken(cancel(job, LATER))).toEqual({ ...job, ...ENDED, status: 'cancelled', delivery: 'none' });
  });
});
