/**
 * The verdict "no subject" on pictures that have none, by the real IS-Net: in native ONNX Runtime at 512², since the
 * margins are wide (on flat, graded and noisy pictures no pixel reaches 0.1) and the size does not matter to them. A
 * photo and a drawn mug stand beside them: a verdict that is always "no" would pass otherwise.
 */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { modelSpec } from '../../utils/inference/model-table';
import { widenHalf } from '../../utils/inference/weights';
import { judge } from '../../utils/pipeline/judge';
import type { Raster } from '../../utils/pipeline/raster';
import { buildScene, noiseBytes } from '../fixtures/scenes';

const ROOT = join(import.meta.dirname, '../..');
const SIDE = 512;
const SLOW_MS = 120_000;
const { graphs, weights } = modelSpec('isnet');

// onnxruntime-node 1.30 makes a Float16Array of float16 where there is one (Node 24), and fails.
vi.stubGlobal('Float16Array', undefined);

let folder = '';
let session: InferenceSession;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matte-empty-'));
  const models = join(ROOT, 'public/models');
  const halves = new Uint8Array(await readFile(join(models, weights.file))).buffer;
  await writeFile(join(folder, graphs.f32.weightsPath), new Uint8Array(widenHalf(halves).buffer));
  await copyFile(join(models, graphs.f32.file), join(folder, graphs.f32.file));
  session = await InferenceSession.create(join(folder, graphs.f32.file));
}, SLOW_MS);

afterAll(async () => {
  await session?.release();
  await rm(folder, { recursive: true, force: true });
});

const svg = (body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640">${body}</svg>`);

function page(paper: string, ink: string, lines: number): Buffer {
  const text = Array.from({ length: lines }, (_, i) => {
    const y = 50 + (600 * i) / lines;
    return `<text x="40" y="${y}" font-size="${420 / lines}" font-family="sans-serif" fill="${ink}">Quick foxes jump over lazy dogs, and the five boxing wizards look on: line ${i}</text>`;
  });
  return svg(`<rect width="100%" height="100%" fill="${paper}"/>${text.join('')}`);
}

const noise = sharp(noiseBytes(900 * 640 * 3), { raw: { width: 900, height: 640, channels: 3 } });
const GRADIENT =
  '<linearGradient id="g" x2="1" y2="1"><stop stop-color="#fff"/><stop offset="1" stop-color="#246"/></linearGradient>';

const EMPTY: Readonly<Record<string, () => Sharp>> = {
  'a white picture': () => sharp(svg('<rect width="100%" height="100%" fill="#fff"/>')),
  'a blue picture': () => sharp(svg('<rect width="100%" height="100%" fill="#1e50c8"/>')),
  'a gradient': () => sharp(svg(`<defs>${GRADIENT}</defs><rect width="100%" height="100%" fill="url(#g)"/>`)),
  noise: () => noise.clone(),
  'blurred noise': () => noise.clone().blur(6),
  'a page of text': () => sharp(page('#fff', '#000', 24)),
  'a dark page of text': () => sharp(page('#222', '#ddd', 30)),
};

it.each(Object.entries(EMPTY))('%s has no subject', { timeout: SLOW_MS }, async (_, picture) => {
  expect(await verdictOn(picture())).toMatchObject({ ok: false, reason: 'no-subject' });
});

it('a person is one', { timeout: SLOW_MS }, async () => {
  expect(await verdictOn(sharp(join(ROOT, 'tests/fixtures/photos/astronaut.png')))).toMatchObject({ ok: true });
});

it('a drawn mug on a plain wall is one', { timeout: SLOW_MS }, async () => {
  const { rgb, width, height } = await buildScene('landscape');
  expect(await verdictOn(sharp(rgb, { raw: { width, height, channels: 3 } }))).toMatchObject({ ok: true });
});

async function verdictOn(picture: Sharp) {
  const photo = await rasterOf(await picture.png().toBuffer());
  const bytes = await sharp(photo.data, { raw: { width: photo.width, height: photo.height, channels: 4 } })
    .removeAlpha()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer();
  const planes = new Float32Array(3 * SIDE * SIDE);
  bytes.forEach((byte, i) => {
    planes[(i % 3) * SIDE * SIDE + Math.floor(i / 3)] = (byte - 128) / 256;
  });
  const { output } = await session.run({ input: new Tensor('float32', planes, [1, 3, SIDE, SIDE]) }, ['output']);
  if (!output) throw new Error('the model gave no tensor named output');
  return judge(photo, { width: SIDE, height: SIDE, data: output.data as Float32Array });
}

async function rasterOf(file: Buffer): Promise<Raster> {
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
