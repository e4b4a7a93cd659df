/** The figures of `npm run bench:gpu`. Imports nothing from outside bench/: it is packed as it is. */
import { alignColumns } from '../columns.mjs';
import { openNetwork, teraflops } from './network.mjs';

const HEAD = ['graph', 'side', 'start ms', 'first ms', 'median ms', 'TFLOP/s', 'mean Δ', 'max Δ'];

/**
 * Runs each graph at each size on WebGPU; the same size on WASM in float32 is what it is compared with.
 * @param {(line: string) => void} say
 * @returns {Promise<object[]>} rows; one that failed has `error`
 */
export async function measureNetwork(ort, network, { sizes, runs, withHalf }, say) {
  const rows = [];
  for (const side of sizes) {
    say(`WASM, f32, ${side} …`);
    const reference = await timed(ort, network, { precision: 'f32', provider: 'wasm', side }, 0);
    rows.push({ provider: 'wasm', ...reference.row });
    for (const precision of withHalf ? ['f32', 'f16'] : ['f32']) {
      say(`WebGPU, ${precision}, ${side} …`);
      rows.push(await onGpu(ort, network, { precision, side, runs, expected: reference.matte }));
    }
  }
  return rows;
}

async function onGpu(ort, network, { precision, side, runs, expected }) {
  try {
    const { row, matte } = await timed(ort, network, { precision, provider: 'webgpu', side }, runs);
    return { provider: 'webgpu', ...row, ...difference(matte, expected) };
  } catch (error) {
    return { provider: 'webgpu', precision, side, error: String(error.message ?? error).split('\n')[0] };
  }
}

async function timed(ort, network, { precision, provider, side }, runs) {
  const [startMs, session] = await clock(() => openNetwork(ort, network, { precision, provider, side }));
  const [firstMs, matte] = await clock(session.run);
  const times = [];
  for (let i = 0; i < runs; i++) times.push((await clock(session.run))[0]);
  await session.release();
  const medianMs = times.length > 0 ? times.sort((a, b) => a - b)[Math.floor(times.length / 2)] : firstMs;
  return { matte, row: { precision, side, startMs, firstMs, medianMs, teraflops: teraflops(side, medianMs) } };
}

async function clock(task) {
  const startedAt = performance.now();
  const result = await task();
  return [performance.now() - startedAt, result];
}

/** Mean and largest absolute difference of two mattes. */
export function difference(matte, expected) {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < matte.length; i++) {
    const away = Math.abs(matte[i] - expected[i]);
    sum += away;
    largest = Math.max(largest, away);
  }
  return { meanDifference: sum / matte.length, maxDifference: largest };
}

export function formatMeasured(rows) {
  return alignColumns([HEAD, ...rows.map(cells)]);
}

function cells({ provider, precision, side, startMs, firstMs, medianMs, error, ...row }) {
  const name = `${provider} ${precision}`;
  if (error) return [name, String(side), '', '', '', '', '', error];
  const times = [startMs, firstMs, medianMs].map((ms) => ms.toFixed(1));
  const away = [row.meanDifference, row.maxDifference].map((value) => value?.toExponential(1) ?? '');
  return [name, String(side), ...times, row.teraflops.toFixed(3), ...away];
}
