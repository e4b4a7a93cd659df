import { describe, expect, it } from 'vitest';
import { type PackDeps, packBatch } from '@/utils/batch/pack';
import { matteError } from '@/utils/errors';
import type { Job } from '@/utils/jobs/job';
import { streamZip } from '@/utils/zip/write-zip';
import { aJob, cancelled, done, failed, T0 } from '../jobs/world';

const DEPS: PackDeps = {
  read: async (id) =>
    id === 'gone' ? { state: 'gone' } : { state: 'open', blob: new Blob([id], { type: 'image/png' }) },
  nameOf: async ({ name }) => name,
  finish: async (cutout) => new Blob(['finished ', cutout], { type: 'image/png' }),
  fileName: (name) => `${name}.png`,
  tell: () => {},
  lineOf: (name, { kind }) => `${name}: ${kind}`,
  notesOf: (lines) => lines.join('|'),
  now: () => T0,
};
const named = (job: Job, name: string): Job => ({ ...job, id: name, name });

async function packed(jobs: readonly Job[], deps: Partial<PackDeps> = {}) {
  const files: [string, string][] = [];
  for await (const { name, blob } of packBatch(jobs, { ...DEPS, ...deps })) files.push([name, await blob.text()]);
  return files;
}

describe('the files of a batch’s ZIP', () => {
  it('are its finished cutouts, one after another', async () => {
    const told: number[] = [];
    const jobs = [named(done, 'a'), named(done, 'b')];
    expect(await packed(jobs, { tell: (count) => told.push(count) })).toEqual([
      ['a.png', 'finished a'],
      ['b.png', 'finished b'],
    ]);
    expect(told).toEqual([0, 1, 2]);
  });

  it('and notes on whatever is missing, and why', async () => {
    const jobs = [named(failed, 'f'), named(cancelled, 'c'), named(aJob(), 'o'), named(done, 'gone'), named(done, 'x')];
    const finish = () => Promise.reject(matteError('out-of-memory'));
    expect(await packed(jobs, { finish })).toEqual([
      ['notes.txt', 'f: failed|c: cancelled|o: open|gone: unread|x: unmade'],
    ]);
  });

  it('a ZIP that is stopped leaves nothing on the disk', async () => {
    const stop = new AbortController();
    const aborted: unknown[] = [];
    const into = new WritableStream<Uint8Array<ArrayBuffer>>({ abort: (reason) => void aborted.push(reason) });
    const files = packBatch([named(done, 'a'), named(done, 'b')], {
      ...DEPS,
      tell: (count) => count === 1 && stop.abort(new Error('stopped')),
    });
    await expect(streamZip(files, into, stop.signal)).rejects.toThrow('stopped');
    expect(aborted).toHaveLength(1);
  });
});
