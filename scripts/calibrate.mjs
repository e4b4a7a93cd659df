/**
 * Measures the ranges that the plans of networks on bytes are made with, and writes them to scripts/models/ranges/. Wanted only when a
 * network or the rule of ranges-of.mjs changes; `npm run models -- --pin` afterwards. The photos leave nothing behind but
 * one number per channel.
 *
 *   npm run models:calibrate -- --images DIR [--every 3]
 */
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { fromHalves } from './models/halves.mjs';
import { FLOAT, readModel, tensorInfo, writeModel } from './models/onnx-file.mjs';
import { loadBuilder, packageFolder } from './models/prepare.mjs';
import { createHistogram } from './models/ranges-of.mjs';
import { readTable } from './models/table.mjs';

/** The smallest side at which IS-Net sees what it sees at 1024. */
const LARGEST_SIDE = 768;

const { values } = parseArgs({
  options: { images: { type: 'string' }, every: { type: 'string', default: '3' } },
});

async function photos() {
  const names = (await readdir(values.images)).sort();
  return names.filter((_, i) => i % Number(values.every) === 0).map((name) => join(values.images, name));
}

async function calibrate(row) {
  const { session, taps } = await tappedSession(row);
  const histograms = new Map();
  for (const path of await photos()) {
    const outputs = await session.run({ [row.graphs.f32.inputName]: await tensorOf(path, row) });
    for (const name of taps) {
      const { dims, data } = outputs[name];
      if (!histograms.has(name)) histograms.set(name, createHistogram(dims[1]));
      histograms.get(name).add(data);
    }
    console.log(`${row.id}: ${path}`);
  }
  const ranges = taps.map((name) => [name, histograms.get(name).ranges()]);
  await writeFile(new URL(`./models/ranges/${row.id}.json`, import.meta.url), `${json(ranges)}\n`);
}

/** One tensor a line: a change of one shows as a change of one. */
function json(ranges) {
  return `{\n${ranges.map(([name, list]) => `  ${JSON.stringify(name)}: ${JSON.stringify(list)}`).join(',\n')}\n}`;
}

/** The float32 graph with every activation as an output. */
async function tappedSession(row) {
  const { graphs, weights, origin } = row;
  const builder = await loadBuilder(row);
  const files = builder.build(await builder.read(packageFolder(origin), origin), row, null);
  const model = readModel(files[graphs.f32.file]);
  const taps = model.graph.node.filter(({ opType }) => opType === 'Relu' || opType === 'Add').map((n) => n.output[0]);
  model.graph.output = taps.map((name) => tensorInfo(name, FLOAT, ['n', 'c', 'h', 'w']));
  const folder = await mkdtemp(join(tmpdir(), 'matte-calibrate-'));
  await writeFile(join(folder, graphs.f32.weightsPath), fromHalves(files[weights.file]));
  await writeFile(join(folder, 'tapped.onnx'), writeModel(model));
  return { session: await InferenceSession.create(join(folder, 'tapped.onnx')), taps };
}

async function tensorOf(path, { inputSize, mean, scale }) {
  const side = Math.min(inputSize, LARGEST_SIDE);
  const photo = sharp(path).flatten({ background: 'white' }).toColourspace('srgb').removeAlpha();
  const bytes = await photo.resize(side, side, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
  const area = side * side;
  const planes = new Float32Array(3 * area);
  for (let i = 0; i < bytes.length; i++) {
    const channel = i % 3;
    planes[channel * area + Math.floor(i / 3)] = (bytes[i] - mean[channel]) / scale[channel];
  }
  return new Tensor('float32', planes, [1, 3, side, side]);
}

for (const row of (await readTable()).models) if (row.plan?.onBytes) await calibrate(row);
