/**
 * `node scripts/measure-stages.mjs`: milliseconds of every pixel stage but decode and inference, in Node, on painted photos
 * of 12 and 48 MP with a hairy subject, on one thread; the median of three after one warm-up. Absolute figures hold for
 * one machine.
 */
import { createServer } from 'vite';
import { repeatOnModernNode } from './setup/node.mjs';
import { runMain, say } from './setup/say.mjs';

const SIZES = [
  { width: 4242, height: 2828 },
  { width: 8484, height: 5656 },
];
const MATTE_SIDE = 768;
/** What the two networks look at. */
const LOOKS = { small: 224, large: 1024 };
const RUNS = 3;

await runMain(import.meta.url, async () => {
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  const server = await createServer({
    configFile: false,
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  });
  const load = (name) => server.ssrLoadModule(`/utils/pipeline/${name}.ts`);
  const names = [
    'preprocess',
    'squares',
    'judge',
    'working-copy',
    'refine',
    'decontaminate',
    'compose',
    'png',
    'preview',
  ];
  const stages = Object.assign({}, ...(await Promise.all(names.map(load))));
  for (const size of SIZES) {
    const runs = Array.from({ length: RUNS + 1 }, () => measure(stages, paint(size))).slice(1);
    say(`${((size.width * size.height) / 1e6).toFixed(0)} MP: ${summary(runs)}`);
  }
  await server.close();
  return 0;
});

/** Grain on a ramp; every eighth column of the matte's soft fringe is a hair. */
function paint({ width, height }) {
  const data = new Uint8ClampedArray(width * height * 4);
  let seed = 42;
  for (let i = 0; i < data.length; i += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const light = 60 + (130 * i) / data.length + (seed >>> 28);
    data.set([light, light * 0.8, 255 - light, 255], i);
  }
  const matte = new Float32Array(MATTE_SIDE ** 2);
  for (let i = 0; i < matte.length; i++) {
    const [x, y] = [i % MATTE_SIDE, Math.floor(i / MATTE_SIDE)];
    const distance = Math.hypot(x - 384, y - 420) / 300;
    const fringe = Math.min(1, Math.max(0, (1.1 - distance) * 5));
    matte[i] = fringe < 1 && x % 8 > 2 ? fringe * 0.4 : fringe;
  }
  return { photo: { width, height, data }, matte: { width: MATTE_SIDE, height: MATTE_SIDE, data: matte } };
}

function measure(
  { preprocess, smallerCopy, judge, workingCopy, refine, estimateColours, compose, encodePng, shrink },
  { photo, matte },
) {
  const times = {};
  const time = (name, work) => {
    const begin = performance.now();
    const result = work();
    times[name] = performance.now() - begin;
    return result;
  };
  const spec = (inputSize) => ({ inputSize, mean: [128, 128, 128], scale: [64, 64, 64] });
  time('preprocess', () => {
    const large = smallerCopy(photo, 1.35 * LOOKS.large);
    preprocess(large.raster, spec(LOOKS.large), large.extent);
    const small = smallerCopy(large.raster, 1.35 * LOOKS.small, large.extent);
    preprocess(small.raster, spec(LOOKS.small), small.extent);
  });
  const verdict = time('judge', () => judge(photo, matte));
  const copy = time('copy', () => workingCopy(photo, verdict.matte));
  const model = time('refine', () => refine(copy));
  const colours = time('colours', () => estimateColours(copy, model));
  time('compose', () => compose(photo, model, colours));
  time('preview', () => shrink(photo, 250_000));
  time('png', () => encodePng(photo));
  return times;
}

function summary(runs) {
  const median = (name) => runs.map((times) => times[name]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const all = Object.keys(runs[0]).map((name) => [name, median(name)]);
  const total = all.reduce((sum, [, ms]) => sum + ms, 0);
  return [...all, ['together', total]].map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(' · ');
}
