/**
 * Both networks' real weights through the whole engine on the software GPU and on WASM: the same matte. At 64 × 64, because
 * SwiftShader is some hundred times slower than WASM, and the browser dies at 512.
 */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import type { Matte } from './pages/matte';
import { cutOn, startPicture } from './pages/start-picture';

const PHOTO = readFileSync('tests/fixtures/photos/coffee.png');
/** One level of 255 is what rounding alone may cost. */
const TOLERANCE = 1;

test.setTimeout(300_000);

test('a picture gets the same matte on WebGPU as on WASM, and the row says which ran', async ({ launch }) => {
  const matte = await launch('small', { flags: ['--enable-unsafe-webgpu'] });
  const onCpu = await cut(matte, 'wasm');
  const onGpu = await cut(matte, 'webgpu');
  expect([onCpu.backend, onGpu.backend]).toEqual(['wasm-threads', 'webgpu-fp32']);
  expect(share(onCpu.alpha), 'the cup fills a good part of the picture').toBeGreaterThan(0.2);
  expect(share(onCpu.alpha)).toBeLessThan(0.6);
  expect(largestDifference(onCpu.alpha, onGpu.alpha)).toBeLessThanOrEqual(TOLERANCE);
});

test('a GPU that is asked for and not there is an error with a sentence; “auto” goes to the CPU', async ({
  launch,
}) => {
  const matte = await launch('small', { flags: ['--disable-gpu', '--disable-features=WebGPU'] });
  await startPicture(matte, PHOTO, 'webgpu');
  expect(await matte.ended(60_000)).toMatchObject({ status: 'failed', error: 'backend-unavailable' });
  await startPicture(matte, PHOTO, 'auto');
  expect(await matte.ended(60_000)).toMatchObject({ status: 'done', outcome: { backend: 'wasm-threads' } });
});

async function cut(matte: Matte, backend: 'wasm' | 'webgpu') {
  const { job, backend: ran } = await cutOn(matte, PHOTO, backend);
  const { rgba } = await matte.cutout(job);
  return { backend: ran, alpha: Array.from(rgba).filter((_, i) => i % 4 === 3) };
}

function share(alpha: readonly number[]): number {
  return alpha.filter((value) => value > 127).length / alpha.length;
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
