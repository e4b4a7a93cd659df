/** One session of IS-Net in Node: its files, its input, its runs. No imports but Node's: it is packed as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Work of the network at 1024 × 1024; it grows with the area. */
const FLOP_AT_1024 = 319.2e9;

/** Graphs in half and full precision, and the weights. */
export function readNetwork(folder) {
  const { models } = JSON.parse(readFileSync(join(folder, 'models.json'), 'utf8'));
  const model = models.find(({ id }) => id === 'isnet');
  if (!model) throw new Error(`models.json of ${folder} has no isnet`);
  const halves = readFileSync(join(folder, model.weights.file));
  const bytes = halves.buffer.slice(halves.byteOffset, halves.byteOffset + halves.length);
  const weights = { f16: new Uint8Array(bytes), f32: new Uint8Array(new Float32Array(new Float16Array(bytes)).buffer) };
  const graphFile = (precision) => new Uint8Array(readFileSync(join(folder, model.graphs[precision].file)));
  return { graphs: model.graphs, weights, files: { f16: graphFile('f16'), f32: graphFile('f32') } };
}

/** Opens the graph on an execution provider (`webgpu`, `wasm`); `run` gives the matte at that size. */
export async function openNetwork(ort, { graphs, weights, files }, { precision, provider, side }) {
  const { weightsPath, inputName, inputType, outputName } = graphs[precision];
  const session = await ort.InferenceSession.create(files[precision], {
    executionProviders: [provider],
    graphOptimizationLevel: 'all',
    // Errors only: it warns in colour that shape arithmetic stays on the CPU, as it should.
    logSeverityLevel: 3,
    externalData: [{ path: weightsPath, data: weights[precision] }],
  });
  const painted = paintInput(side);
  const values = inputType === 'float16' ? new Float16Array(painted) : painted;
  return {
    async run() {
      const input = new ort.Tensor(inputType, values, [1, 3, side, side]);
      const { [outputName]: output } = await session.run({ [inputName]: input }, [outputName]);
      const matte = new Float32Array(await output.getData());
      output.dispose();
      return matte;
    },
    release: () => session.release(),
  };
}

/** A striped disc before a gradient, −0.5…0.5, planes R, G, B: something to cut out, the same at every size. */
export function paintInput(side) {
  const plane = side * side;
  const out = new Float32Array(3 * plane);
  for (let i = 0; i < plane; i++) {
    const u = (i % side) / side - 0.5;
    const v = Math.floor(i / side) / side - 0.5;
    const isIn = Math.hypot(u, v) < 0.3;
    const stripe = 0.08 * Math.sin(60 * u);
    out[i] = isIn ? 0.4 + stripe : 0.2 * v - 0.1;
    out[plane + i] = isIn ? 0.1 - v + stripe : 0.2 * u;
    out[2 * plane + i] = isIn ? -0.3 : 0.25 - 0.3 * v;
  }
  return out;
}

/** Achieved TFLOP/s of a run at that side. */
export function teraflops(side, ms) {
  return (FLOP_AT_1024 * (side / 1024) ** 2) / (ms / 1000) / 1e12;
}
