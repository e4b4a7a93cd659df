/** Pixels that a page gives for a job: kept while the job may need them, never afterwards. */
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storePixelsFromPage } from '@/entrypoints/background/find-picture';
import { inputId } from '@/utils/db';
import { cancelJob } from '@/utils/jobs/finish-job';
import { createWorld, PAGE } from '../jobs/world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: 'https://a.test/' } as const;
const pixels = new Blob(['pixels']);

afterEach(() => vi.restoreAllMocks());

/** A page that answers once `before` is over. */
function pageAnswers(before: () => Promise<unknown> = async () => {}): void {
  const reply = { res: { kind: 'bytes', blob: pixels, name: '' } };
  const send = (...args: unknown[]) => void before().then(() => (args.at(-1) as (answer: unknown) => void)(reply));
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
}

it('are the input of a job that still runs', async () => {
  const world = createWorld();
  const job = await world.start('a', { picture: url, page: PAGE });
  pageAnswers();
  expect(await storePixelsFromPage(world.db, job)).toBe(true);
  expect(await world.textOf(inputId('a'))).toBe('pixels');
});

it('are dropped when the job was cancelled meanwhile: nobody would ever delete them', async () => {
  const world = createWorld();
  const job = await world.start('a', { picture: url, page: PAGE });
  pageAnswers(() => cancelJob(world, 'a'));
  expect(await storePixelsFromPage(world.db, job)).toBe(false);
  expect(await world.blobs()).toEqual([]);
});
