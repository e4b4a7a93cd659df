import { describe, expect, it } from 'vitest';
import { copyRequest } from '@/entrypoints/popup/copy-request';
import { lastDone, openJobs, recentFailures } from '@/entrypoints/popup/select-jobs';
import { type Start, startPictures } from '@/entrypoints/popup/start-pictures';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { jobFraction } from '@/utils/jobs/progress';
import type { StartRequest } from '@/utils/messaging';
import { doneJob, failedJob, job } from './jobs';

const ids = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id);

it('openJobs puts the running job first, then the queue by age', () => {
  const jobs = [
    job({ id: 'late', status: 'queued', createdAt: 3 }),
    job({ id: 'early', status: 'queued', createdAt: 1 }),
    job({ id: 'running', createdAt: 2 }),
    doneJob({ id: 'done', createdAt: 0 }),
  ];
  expect(ids(openJobs(jobs))).toEqual(['running', 'early', 'late']);
});

it('lastDone is the cutout that was finished last, not the job that was started last', () => {
  const jobs = [
    doneJob({ id: 'first', createdAt: 2, endedAt: 10 }),
    doneJob({ id: 'cut anyway', createdAt: 1, endedAt: 20 }),
    failedJob({ endedAt: 30 }),
    job(),
  ];
  expect(lastDone(jobs)?.id).toBe('cut anyway');
  expect(lastDone([job(), failedJob()])).toBeNull();
});

describe('recentFailures', () => {
  const failed = failedJob({ id: 'failed', createdAt: 1000, endedAt: 2000 });
  const MINUTE = 60_000;

  it('shows a fresh failure', () => {
    expect(ids(recentFailures([failed], 3000))).toEqual(['failed']);
  });

  it('keeps it while others of the same batch go on to end', () => {
    const sibling = doneJob({ id: 'sibling', createdAt: 1500, endedAt: 9000 });
    expect(ids(recentFailures([failed, sibling], 9500))).toEqual(['failed']);
  });

  it('keeps it while a later picture is still being worked on', () => {
    expect(ids(recentFailures([failed, job({ createdAt: 3000 })], 4000))).toEqual(['failed']);
  });

  it('drops it when a picture that was started afterwards has ended', () => {
    expect(recentFailures([failed, doneJob({ createdAt: 2001, endedAt: 9000 })], 9500)).toEqual([]);
  });

  it('drops it after ten minutes', () => {
    expect(recentFailures([failed], 2000 + 10 * MINUTE - 1)).toHaveLength(1);
    expect(recentFailures([failed], 2000 + 10 * MINUTE)).toEqual([]);
  });

  it('shows the three newest of many', () => {
    const many = [1, 2, 3, 4].map((n) => failedJob({ id: String(n), createdAt: 0, endedAt: 2000 + n }));
    expect(ids(recentFailures(many, 3000))).toEqual(['4', '3', '2']);
  });
});

describe('jobFraction', () => {
  it('is 0 in the queue and moves with the clock while running', () => {
    expect(jobFraction(job({ status: 'queued', stage: null }), 9000)).toBe(0);
    expect(jobFraction(job(), 9000)).toBeGreaterThan(jobFraction(job(), 3000));
  });
});

describe('startPictures', () => {
  const image = (name: string, type = 'image/jpeg') => new File(['x'], name, { type });
  const listen = (answer: Awaited<ReturnType<Start>> = { jobId: 'x' }) => {
    const requests: StartRequest[] = [];
    const start: Start = async (request) => {
      requests.push(request);
      return answer;
    };
    return { requests, start };
  };

  it('starts each picture in its order, named without its ending', async () => {
    const { requests, start } = listen();
    expect(await startPictures([image('boat.jpg'), image('no-type.avif', '')], start)).toEqual([]);
    expect(requests.map(({ name }) => name)).toEqual(['boat', 'no-type']);
  });

  it('says when there is no picture at all', async () => {
    const [complaint] = await startPictures([], listen().start);
    expect(complaint?.sentence).toContain('no picture');
  });

  it('turns away what is no picture, and still starts the rest', async () => {
    const { requests, start } = listen();
    const complaints = await startPictures([image('report.pdf', 'application/pdf'), image('boat.png')], start);
    expect(complaints.map(({ about }) => about)).toEqual(['report.pdf']);
    expect(requests).toHaveLength(1);
  });

  it('passes on the sentence of a refusal', async () => {
    const complaints = await startPictures([image('boat.png')], listen({ error: 'storage-full' }).start);
    expect(complaints).toEqual([{ about: 'boat.png', sentence: sentenceOf('storage-full') }]);
  });

  it('has a sentence for a background that does not answer', async () => {
    const complaints = await startPictures([image('boat.png')], () => Promise.reject(new Error('port closed')));
    expect(complaints[0]?.sentence).toBe(sentenceOf('internal'));
  });
});

it.each([
  ['#copy=5b3c7f0e-0000-4000-8000-000000000001', '5b3c7f0e-0000-4000-8000-000000000001'],
  ['', null],
  ['#copy=', null],
  ['#copy=<script>', null],
])('copyRequest(%j) is %j', (hash, id) => {
  expect(copyRequest(hash)).toBe(id);
});
