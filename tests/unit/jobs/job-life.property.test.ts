/** What no order of events can break: engines, cards, badges and users act in any sequence, at any time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledge, announce, CLAIM_TIMEOUT_MS, claimCopy, reportCopy } from '@/utils/jobs/delivery';
import {
  begin,
  cancel,
  createJob,
  cutAnyway,
  enterStage,
  fail,
  finish,
  isOpen,
  type Job,
  MAX_ATTEMPTS,
  requeue,
  type Step,
} from '@/utils/jobs/job';
import { STAGES } from '@/utils/pipeline/ports';
import { done, failed, NEW_JOB, OUTCOME, T0 } from './world';

const STEPS = {
  begin,
  enterStage: (job, now) => enterStage(job, STAGES[now % STAGES.length] ?? 'infer', now),
  requeue,
  finish: (job, now) => finish(job, OUTCOME, now),
  fail: (job, now) => fail(job, 'not-found', now),
  findNothing: (job, now) => fail(job, 'no-subject', now),
  cutAnyway: (job, now) => cutAnyway(job, OUTCOME, now),
  cancel,
  claimCopy,
  copied: (job) => reportCopy(job, true),
  givenBack: (job) => reportCopy(job, false),
  acknowledge,
  announce,
} satisfies Record<string, (job: Job, now: number) => Step>;
type StepName = keyof typeof STEPS;

interface Event {
  readonly name: StepName;
  readonly wait: number;
}

const wait = fc.oneof(fc.nat(500), fc.nat(3 * CLAIM_TIMEOUT_MS));
const anyEvent = fc.record({ name: fc.constantFrom(...(Object.keys(STEPS) as StepName[])), wait });
const subjectless: Job = { ...failed, error: 'no-subject' };

/** Chance alone seldom gets a job to its end: half of the lives start there. */
const life = fc.record({
  born: fc.constantFrom(createJob(NEW_JOB, T0), createJob({ ...NEW_JOB, page: null }, T0), done, subjectless),
  events: fc.array(anyEvent, { maxLength: 40 }),
});

/** Lives the events; `see` gets the row before and after each step that was taken. */
function live(born: Job, events: readonly Event[], see: (name: StepName, before: Job, after: Job) => void): Job {
  let job = born;
  let now = T0 + 1000;
  for (const event of events) {
    now += event.wait;
    const step = STEPS[event.name](job, now);
    if (!step.ok) continue;
    see(event.name, job, step.job);
    job = step.job;
  }
  return job;
}

/** True if the fields of a row agree with each other. */
function expectWhole(job: Job): void {
  expect(job.outcome !== null, 'an outcome if and only if done').toBe(job.status === 'done');
  expect(job.error !== null, 'an error if and only if failed').toBe(job.status === 'failed');
  expect(job.endedAt === null, 'an end if and only if ended').toBe(isOpen(job));
  expect(job.stage !== null, 'a stage if and only if running').toBe(job.status === 'running');
  expect(job.claimedAt !== null, 'a claim time if and only if copying').toBe(job.delivery === 'copying');
  expect(job.attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
  if (job.status === 'cancelled') expect(job.delivery).toBe('none');
  if (job.delivery === 'copying' || job.delivery === 'copied') expect(job.status).toBe('done');
  if (job.delivery === 'announced') expect(['done', 'failed']).toContain(job.status);
}

describe('any sequence of events', () => {
  it('leaves the fields of the row in agreement', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        live(born, events, (_, __, after) => expectWhole(after));
      }),
    );
  });

  it('never changes an end but for a cut anyway, nor what was asked for', () => {
    const asked = ({ id, name, backendChoice, quality, tabId, frameId, createdAt, expected }: Job) => {
      return { id, name, backendChoice, quality, tabId, frameId, createdAt, expected };
    };
    const end = ({ status, endedAt, error, outcome, attempts }: Job) => ({ status, endedAt, error, outcome, attempts });
    fc.assert(
      fc.property(life, ({ born, events }) => {
        live(born, events, (name, before, after) => {
          expect(asked(after)).toEqual(asked(before));
          expect(after.source).toEqual(isOpen(after) ? before.source : { kind: 'forgotten' });
          if (!isOpen(before) && name !== 'cutAnyway') expect(end(after)).toEqual(end(before));
        });
      }),
    );
  });

  it('cuts anyway at most once, from no-subject to done, and so that the result can be copied', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        let cut = 0;
        live(born, events, (name, before, after) => {
          if (name !== 'cutAnyway') return;
          cut += 1;
          expect(before).toMatchObject({ status: 'failed', error: 'no-subject' });
          expect(after).toMatchObject({ status: 'done', outcome: OUTCOME });
          expect(claimCopy(after, T0).ok).toBe(after.tabId !== null);
          expect(cut).toBe(1);
        });
      }),
    );
  });

  it('counts an attempt with each engine that begins, and never takes one back', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        live(born, events, (name, before, after) => {
          const begun = name === 'begin' && after.status === 'running';
          expect(after.attempts - before.attempts).toBe(begun ? 1 : 0);
        });
      }),
    );
  });

  it('grants a claim once, and again only after it was given back', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        let free = 1;
        live(born, events, (name) => {
          if (name === 'claimCopy') free -= 1;
          if (name === 'givenBack') free += 1;
          expect(free).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('announces an end at most once, and then takes no more claims', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        let announced = 0;
        live(born, events, (name) => {
          if (announced > 0) expect(name).not.toBe('claimCopy');
          if (name === 'announce') announced += 1;
          if (name === 'cutAnyway') announced = 0;
          expect(announced).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('never leaves "copied" again', () => {
    fc.assert(
      fc.property(life, ({ born, events }) => {
        live(born, events, (_, before, after) => {
          if (before.delivery === 'copied') expect(after).toEqual(before);
        });
      }),
    );
  });
});

describe('cards that keep to the rules', () => {
  /** Copies by itself: reports only a claim that it was granted, and only while that claim is fresh. No user clicks. */
  function cardAndBadge(events: readonly { name: 'claim' | 'copied' | 'givenBack' | 'announce'; wait: number }[]) {
    const seen = { copied: 0, announced: 0 };
    let job: Job = done;
    let now = T0 + 1000;
    let grantedAt = Number.NEGATIVE_INFINITY;
    const take = (step: Step) => {
      if (step.ok) job = step.job;
      return step.ok;
    };
    for (const { name, wait } of events) {
      now += wait;
      const mayReport = now - grantedAt <= CLAIM_TIMEOUT_MS;
      if (name === 'claim' && take(claimCopy(job, now))) grantedAt = now;
      if (name === 'announce' && take(announce(job, now))) seen.announced += 1;
      if (name === 'copied' && mayReport && take(reportCopy(job, true))) seen.copied += 1;
      if (name === 'givenBack' && mayReport && take(reportCopy(job, false))) grantedAt = Number.NEGATIVE_INFINITY;
      if (name === 'copied' && mayReport) grantedAt = Number.NEGATIVE_INFINITY;
    }
    return seen;
  }

  it('deliver once: copied or announced, never both and never twice', () => {
    const name = fc.constantFrom('claim' as const, 'copied' as const, 'givenBack' as const, 'announce' as const);
    fc.assert(
      fc.property(fc.array(fc.record({ name, wait })), (events) => {
        const { copied, announced } = cardAndBadge(events);
        expect(copied + announced).toBeLessThanOrEqual(1);
      }),
    );
  });
});
