/**
 * The ladder in a real browser, on the software GPU and the CPU, with a network that cuts by colour in milliseconds: each
 * rung, each way down, a GPU process that crashes, and what is remembered of a rung that failed.
 */
import { expect } from '@playwright/test';
import { RUNGS } from '../../utils/jobs/rungs';
import { test } from './fixtures';
import { expectCutout } from './measure/expect-cutout';
import type { Matte } from './pages/matte';
import { cutOn, startPicture } from './pages/start-picture';
import type { Site } from './site/site';

test.use({ flags: ['--enable-unsafe-webgpu'] });
test.setTimeout(150_000);

const sceneOf = ({ pictures }: Site) => pictures['square.png'];
const [FP16, FP32, THREADS, SINGLE] = RUNGS;

test('“auto” leaves a GPU made of software alone, and says so', async ({ matte, site }) => {
  const { why } = await cutOn(matte, sceneOf(site).file, 'auto');
  expect(why).toEqual([`${FP16} software-adapter`, `${FP32} software-adapter`, `${THREADS} used`]);
});

for (const [choice, rung, above] of [
  ['webgpu', FP32, [`${FP16} no-f16`]],
  [`only:${SINGLE}`, SINGLE, [`${FP16} not-asked`, `${FP32} not-asked`, `${THREADS} not-asked`]],
] as const) {
  test(`“${choice}” runs on ${rung}, cuts as well as any, and says why`, async ({ matte, site }) => {
    const { job, why } = await cutOn(matte, sceneOf(site).file, choice);
    expect(why).toEqual([...above, `${rung} used`]);
    expectCutout(await matte.cutout(job), sceneOf(site));
  });
}

test('one warm engine after the other: each wish gets its own, also another number of threads', async ({
  matte,
  site,
}) => {
  const ran = [];
  for (const choice of ['only:wasm', 'webgpu', 'wasm'] as const) {
    ran.push((await cutOn(matte, sceneOf(site).file, choice)).backend);
  }
  expect(ran).toEqual([SINGLE, FP32, THREADS]);
});

test('a forced rung that the machine has not is an error that names the way out', async ({ matte, site }) => {
  await startPicture(matte, sceneOf(site).file, `only:${FP16}`);
  expect(await matte.ended()).toMatchObject({ status: 'failed', error: 'backend-unavailable' });
  expect(await matte.inside.rungs(), 'what cannot be had has not failed').toEqual([]);
});

test('the GPU process crashes between two pictures: the next one runs on the GPU again', async ({ matte, site }) => {
  await cutOn(matte, sceneOf(site).file, 'webgpu');
  await crashGpu(matte);
  const { job, why } = await cutOn(matte, sceneOf(site).file, 'webgpu');
  expect(why).toContain(`${FP32} used`);
  expect(job.attempts, 'no engine has died').toBe(1);
  expectCutout(await matte.cutout(job), sceneOf(site));
});

test('the GPU process crashes in the middle of a picture: it goes on, on the GPU, and says so', async ({
  matte,
  site,
}) => {
  await matte.inside.closeOffscreen();
  await startPicture(matte, sceneOf(site).file, 'webgpu');
  await matte.inStage('infer'); // and compiles its shaders, which takes a second or two
  await crashGpu(matte);
  const job = await matte.done();
  expect(job).toMatchObject({ attempts: 1, outcome: { backend: FP32 } });
  expect(job.outcome?.why?.at(-1)?.detail).toBe('rebuilt after its device was lost');
  expectCutout(await matte.cutout(job), sceneOf(site));
  expect(await matte.inside.rungs(), 'once is no failure of the rung').toEqual([]);
});

test('the GPU process crashes while the engine starts: the picture is cut on the GPU', async ({ launch, site }) => {
  // A browser of its own: after a few crashes in a row Chrome lends no GPU any more.
  const matte = await launch('tiny', { flags: ['--enable-unsafe-webgpu'] });
  await startPicture(matte, sceneOf(site).file, 'webgpu');
  await matte.running();
  await new Promise((resolve) => setTimeout(resolve, 300)); // ORT has been loaded, or is about to be
  await crashGpu(matte);
  expect(await matte.done()).toMatchObject({ attempts: 1, outcome: { backend: FP32 } });
  expect(await matte.inside.rungs(), 'once is no failure of the rung').toEqual([]);
});

test('a rung that failed is left out after a restart of the engine, and tried again by a newer browser', async ({
  matte,
  site,
}) => {
  const browser = await matte.inside.page.evaluate(() => navigator.userAgent);
  const gpu = 'google swiftshader';
  const failed = { rung: THREADS, reason: 'start', detail: 'no threads', at: Date.now() };
  await cutOn(matte, sceneOf(site).file, 'auto');
  await matte.inside.closeOffscreen();
  await matte.inside.putRung({ ...failed, browser: `${browser} · ${gpu}` });
  const without = await cutOn(matte, sceneOf(site).file, 'wasm', true);
  expect(without.why.slice(2)).toEqual([`${THREADS} failed-before`, `${SINGLE} used`]);

  await matte.inside.closeOffscreen();
  await matte.inside.putRung({ ...failed, browser: `Chrome/1 · ${gpu}` });
  const again = await cutOn(matte, sceneOf(site).file, 'wasm', true);
  expect(again.why.slice(2)).toEqual([`${THREADS} used`]);
  await expect.poll(() => matte.inside.rungs(), { message: 'forgotten, because it works' }).toEqual([]);
});

async function crashGpu({ chrome }: Matte): Promise<void> {
  const session = await chrome.browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess');
  await session.detach();
}
