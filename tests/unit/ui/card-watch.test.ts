import { describe, expect, it } from 'vitest';
import { isDeliberate, SETTLE_MS } from '@/entrypoints/card/deliberate';
import { type Sight, screenOf, withSamePicture } from '@/entrypoints/card/screen';
import { GIVE_UP_MS, POLL_MS, watchJob } from '@/entrypoints/card/watch-job';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { JobView } from '@/utils/messaging';
import { STARTING } from '@/utils/ui/describe-job';
import { doneJob, failedJob, job, OUTCOME } from './jobs';

const cutout = new Blob(['png']);
const preview = new Blob(['webp']);
const open: JobView = { job: job(), progress: 0.4, ahead: 0, preview: null, cutout: null, anyway: false };
const done: JobView = { job: doneJob(), progress: 1, ahead: 0, preview, cutout, anyway: false };

const ended: JobView = { ...open, progress: 1 };

/** Asks through the answers one by one, then for ever the last; an Error is a lost message. */
async function watch(answers: readonly (JobView | null | Error)[], stopAfterMs = 60_000) {
  const seen: Sight[] = [];
  let now = 0;
  let asked = 0;
  const stop = new AbortController();
  await watchJob({
    read: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)] ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    show: (sight) => void seen.push(sight),
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      if (now >= stopAfterMs) stop.abort();
    },
    signal: stop.signal,
  });
  return { seen, asked, elapsed: now };
}

describe('watchJob', () => {
  it('asks until the job has ended', async () => {
    const { seen, elapsed } = await watch([open, open, done]);
    expect(seen.map((sight) => sight.kind === 'job' && sight.view.job.status)).toEqual(['running', 'running', 'done']);
    expect(elapsed).toBe(2 * POLL_MS);
  });

  it('asks again when the service worker died', async () => {
    const { seen } = await watch([open, new Error('port closed'), new Error('port closed'), done]);
    expect(seen).toHaveLength(2);
  });

  it('never calls an unreachable background a missing job', async () => {
    const { seen } = await watch([new Error('port closed')], 4 * GIVE_UP_MS);
    expect(seen).toEqual([]);
  });

  it('waits for a row that is just being written', async () => {
    const { seen } = await watch([null, null, done]);
    expect(seen.map(({ kind }) => kind)).toEqual(['job']);
  });

  it('says that there is nothing after five seconds without a row', async () => {
    const { seen, elapsed } = await watch([null]);
    expect(seen).toEqual([{ kind: 'nothing' }]);
    expect(elapsed).toBe(GIVE_UP_MS);
  });

  it('shows nothing more once it was stopped', async () => {
    const { seen } = await watch([open], POLL_MS);
    expect(seen).toHaveLength(1);
  });
});

describe('screenOf', () => {
  const at = (view: JobView): Sight => ({ kind: 'job', view });

  it('starts with the words of the static page and no Cancel', () => {
    const screen = screenOf({ kind: 'starting' }, 'copying');
    expect(screen).toEqual({ kind: 'working', words: STARTING, fraction: 0, canCancel: false, look: null });
  });

  it('shows the stage and the progress', () => {
    expect(screenOf(at(open), 'copying')).toMatchObject({ kind: 'working', fraction: 0.4, canCancel: true });
  });

  it.each([
    ['copying', 'Copying…'],
    ['copied', 'Copied'],
    ['ready', 'Ready — press Copy'],
    ['blocked', 'Ready — press Copy'],
  ] as const)('done and %s: %s', (copy, title) => {
    expect(screenOf(at(done), copy)).toMatchObject({ kind: 'done', copy, preview, words: { title } });
  });

  it.each([
    ['copied', 'Preview copied', sentenceOf('no-credit')],
    ['ready', 'Preview ready — press Copy', sentenceOf('no-credit')],
    ['blocked', 'Preview ready — press Copy', 'Copying is blocked on this page, so Copy opens the Matte popup.'],
  ] as const)('a preview for want of credits, %s, never passes for the cutout', (copy, title, detail) => {
    const outcome = { ...OUTCOME, reducedFrom: { width: 4000, height: 3000 } };
    const preview = { ...done, job: { ...done.job, outcome } };
    expect(screenOf(at(preview), copy)).toMatchObject({ kind: 'done', words: { title, detail } });
  });

  it('a preview by a suspension says so', () => {
    const outcome = { ...OUTCOME, reducedFrom: { width: 4000, height: 3000 }, reducedBy: 'suspended' } as const;
    const preview = { ...done, job: { ...done.job, outcome } };
    const detail = sentenceOf('suspended');
    expect(screenOf(at(preview), 'copied')).toMatchObject({ words: { title: 'Preview copied', detail } });
  });

  it('never says Copied of a cutout that is gone', () => {
    expect(screenOf(at({ ...done, ahead: 0, preview: null, cutout: null }), 'copied')).toMatchObject({
      words: { title: 'Done' },
    });
  });

  it('tells failures in the sentence of their code', () => {
    const failed = at({ ...ended, job: failedJob() });
    expect(screenOf(failed, 'copying')).toMatchObject({
      kind: 'failed',
      title: 'That did not work',
      sentence: expect.stringContaining('address'),
      anyway: false,
    });
  });

  it('shows the first look of a job at work', () => {
    expect(screenOf(at({ ...open, preview }), 'copying')).toMatchObject({ kind: 'working', look: preview });
  });

  it('offers to cut a picture without a subject anyway', () => {
    const subjectless = at({ ...ended, job: failedJob({ error: 'no-subject' }), anyway: true });
    expect(screenOf(subjectless, 'copying')).toMatchObject({ kind: 'failed', title: 'No clear subject', anyway: true });
  });

  it('knows the two short ends', () => {
    const cancelled = at({ ...ended, job: job({ status: 'cancelled' }) });
    expect(screenOf(cancelled, 'copying')).toEqual({ kind: 'cancelled' });
    expect(screenOf({ kind: 'nothing' }, 'copying')).toEqual({ kind: 'nothing' });
  });
});

describe('withSamePicture', () => {
  const at = (view: JobView): Sight => ({ kind: 'job', view });
  const shown = (before: Sight, now: Sight) => {
    const sight = withSamePicture(before, now);
    return sight.kind === 'job' ? sight.view.preview : 'no job';
  };
  const look = new Blob(['look']);

  it('keeps the first look while it is read again and again', () => {
    expect(shown(at({ ...open, preview: look }), at({ ...open, preview: new Blob(['look']) }))).toBe(look);
  });

  it('shows the result in its place, whatever its size', () => {
    const result = new Blob(['done']);
    expect(shown(at({ ...open, preview: look }), at({ ...done, preview: result }))).toBe(result);
  });

  it('shows another look, and none', () => {
    const other = new Blob(['another']);
    expect(shown(at({ ...open, preview: look }), at({ ...open, preview: other }))).toBe(other);
    expect(shown(at({ ...open, preview: look }), at(open))).toBeNull();
    expect(shown({ kind: 'starting' }, at({ ...open, preview: look }))).toBe(look);
  });
});

describe('isDeliberate', () => {
  it.each([
    ['a press by a person, in time', { isTrusted: true, timeStamp: 1000 + SETTLE_MS }, true],
    ['a moment too early', { isTrusted: true, timeStamp: 999 + SETTLE_MS }, false],
    ['a press by a script', { isTrusted: false, timeStamp: 9000 }, false],
  ])('%s', (_, press, expected) => {
    expect(isDeliberate(press, 1000)).toBe(expected);
  });
});
