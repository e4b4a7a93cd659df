import { describe, expect, it } from 'vitest';
import { acknowledge, announce, CLAIM_TIMEOUT_MS, claimCopy, reportCopy } from '@/utils/jobs/delivery';
import type { Delivery, Job, Step } from '@/utils/jobs/job';
import { aJob, cancelled, done, failed, running, T0, taken } from './world';

const NOW = T0 + 60_000;
/** A claim that is still fresh at NOW. */
const claim = { delivery: 'copying', claimedAt: NOW } as const;

const STEPS: Readonly<Record<string, (job: Job) => Step>> = {
  claimCopy: (job) => claimCopy(job, NOW),
  copied: (job) => reportCopy(job, true),
  givenBack: (job) => reportCopy(job, false),
  acknowledge,
  announce: (job) => announce(job, NOW),
};

/** Which steps are taken, and where they lead. */
function leadsTo(job: Job): Partial<Record<string, Delivery>> {
  const results = Object.entries(STEPS).map(([name, step]) => [name, step(job)] as const);
  return Object.fromEntries(results.flatMap(([name, step]) => (step.ok ? [[name, step.job.delivery]] : [])));
}

describe('delivery of a cutout', () => {
  it('waiting: whoever comes first, the card or the badge, gets it; a card that waits for Copy has shown it', () => {
    expect(leadsTo(done)).toEqual({
      claimCopy: 'copying',
      copied: 'copied',
      acknowledge: 'none',
      announce: 'announced',
    });
  });

  it('copying: nobody else gets it until the card reports', () => {
    expect(leadsTo({ ...done, ...claim })).toEqual({ copied: 'copied', givenBack: 'waiting' });
  });

  it('announced: only the user can still fetch it, or wave it away', () => {
    expect(leadsTo({ ...done, delivery: 'announced' })).toEqual({ copied: 'copied', acknowledge: 'none' });
  });

  it('copied: copying it again by hand changes nothing', () => {
    expect(leadsTo({ ...done, delivery: 'copied' })).toEqual({ copied: 'copied' });
  });
});

describe('delivery of a failure', () => {
  it('waiting: seen on the card, or announced', () => {
    expect(leadsTo(failed)).toEqual({ acknowledge: 'none', announce: 'announced' });
  });

  it('announced: can be waved away', () => {
    expect(leadsTo({ ...failed, delivery: 'announced' })).toEqual({ acknowledge: 'none' });
  });

  it('seen: nothing more happens', () => {
    expect(leadsTo({ ...failed, delivery: 'none' })).toEqual({});
  });
});

describe('nothing is delivered', () => {
  it.each([
    ['while the job waits', aJob()],
    ['while it runs', running],
    ['after it was cancelled', cancelled],
  ])('%s', (_, job) => {
    expect(leadsTo(job)).toEqual({});
  });

  it('of a popup job by itself: it has no card and needs no badge', () => {
    const steps = leadsTo({ ...done, tabId: null, delivery: 'none' });
    expect(Object.keys(steps).filter((name) => name !== 'copied')).toEqual([]);
  });
});

describe('a claim', () => {
  it('remembers when it was made', () => {
    expect(taken(claimCopy(done, NOW)).claimedAt).toBe(NOW);
  });

  it.each([
    ['copied', (job: Job) => reportCopy(job, true)],
    ['given back', (job: Job) => reportCopy(job, false)],
    ['announced', (job: Job) => announce(job, NOW + CLAIM_TIMEOUT_MS + 1)],
  ])('is over once %s', (_, step) => {
    expect(taken(step({ ...done, ...claim })).claimedAt).toBeNull();
  });

  it('can be made again after it was given back', () => {
    const back = taken(reportCopy({ ...done, ...claim }, false));
    expect(claimCopy(back, NOW).ok).toBe(true);
  });

  it(`holds the badge off for ${CLAIM_TIMEOUT_MS} ms, and no longer`, () => {
    const copying = { ...done, ...claim };
    expect(announce(copying, NOW + CLAIM_TIMEOUT_MS).ok).toBe(false);
    expect(taken(announce(copying, NOW + CLAIM_TIMEOUT_MS + 1)).delivery).toBe('announced');
  });
});
