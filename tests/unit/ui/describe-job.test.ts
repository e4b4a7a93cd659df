import { describe, expect, it } from 'vitest';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { STAGES } from '@/utils/pipeline/ports';
import {
  describeDuration,
  describeFailure,
  describeOutcome,
  describeWork,
  STARTING,
  toPercent,
} from '@/utils/ui/describe-job';
import { failedJob, job, OUTCOME } from './jobs';

describe('describeWork', () => {
  it('names the engine start as a phase of its own', () => {
    expect(describeWork(job({ stage: 'engine' }), 0).detail).toBe('Starting the engine…');
  });

  it('has different words for every stage and the same title for all', () => {
    const words = STAGES.map((stage) => describeWork(job({ stage }), 0));
    expect(new Set(words.map(({ detail }) => detail)).size).toBe(STAGES.length);
    expect(new Set(words.map(({ title }) => title))).toEqual(new Set([STARTING.title]));
  });

  it('falls back to the first phase while a running row has no stage', () => {
    expect(describeWork(job({ stage: null }), 0).detail).toBe('Starting the engine…');
  });

  it.each([
    [1, 'Behind 1 other picture'],
    [2, 'Behind 2 other pictures'],
  ])('queued with %s ahead: %s', (ahead, detail) => {
    const queued = job({ status: 'queued', stage: null, attempts: 0 });
    expect(describeWork(queued, ahead)).toEqual({ title: 'In the queue', detail });
  });

  it('speaks of no queue when nothing is ahead', () => {
    expect(describeWork(job({ status: 'queued', stage: null, attempts: 0 }), 0)).toEqual(STARTING);
  });

  it('admits that the engine died', () => {
    expect(describeWork(job({ status: 'queued', stage: null, attempts: 1 }), 0).title).toBe('Trying again');
  });
});

describe('describeOutcome', () => {
  it('says size, processor and time', () => {
    expect(describeOutcome(OUTCOME)).toBe('900 × 600 · CPU · 4.2 s');
    expect(describeOutcome({ ...OUTCOME, backend: 'webgpu-fp32' })).toBe('900 × 600 · GPU · 4.2 s');
  });

  it('says of a preview what it is a preview of', () => {
    const preview = { ...OUTCOME, reducedFrom: { width: 4000, height: 3000 } };
    expect(describeOutcome(preview)).toBe('Preview 900 × 600 of 4000 × 3000 · CPU · 4.2 s');
  });

  it.each([
    [0, '0.0 s'],
    [-5, '0.0 s'],
    [Number.NaN, '0.0 s'],
    [940, '0.9 s'],
    [59_949, '59.9 s'],
    [59_951, '1 min 0 s'],
    [119_600, '2 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (ms, words) => {
    expect(describeDuration(ms)).toBe(words);
  });
});

it('describeFailure gives the advice of the code', () => {
  expect(describeFailure(failedJob({ error: 'offline' }))).toBe(sentenceOf('offline'));
  expect(describeFailure(failedJob({ error: null }))).toBe(sentenceOf('internal'));
});

it.each([
  [0, 0],
  [0.999, 99],
  [1, 100],
  [-1, 0],
  [7, 100],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 0],
])('toPercent(%d) is %d', (fraction, percent) => {
  expect(toPercent(fraction)).toBe(percent);
});
