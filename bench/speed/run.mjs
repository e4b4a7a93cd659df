/** All rows of `npm run bench`, ours and theirs in turns, within a limit of time. */
import { say } from '../../scripts/setup/say.mjs';
import { PEER_MODEL } from '../args.mjs';
import { openPeer } from '../peer/session.mjs';
import { makePhoto, SIZES } from './photos.mjs';
import { toRow } from './rows.mjs';
import { visitOurs, visitPeer } from './visit.mjs';

/** Rows that have not begun by then are left out, so that a whole run ends within 25 minutes on slow machines too. */
const LAST_START_MS = 20 * 60_000;
const WARM_RUNS = { quick: 3, whole: 2 };

/** @returns {Promise<{rows: object[]}>} */
export async function measureSpeed({ quick, qualities }, now = Date.now) {
  const deadline = now() + LAST_START_MS;
  const warmRuns = quick ? WARM_RUNS.quick : WARM_RUNS.whole;
  const rows = [];
  for (const backend of quick ? ['wasm'] : await backends()) {
    for (const photo of quick ? ['2 MP'] : Object.keys(SIZES)) {
      const file = await makePhoto(photo);
      const theirs = rememberPerModel((model) => visitPeer(file, { backend, model }, warmRuns));
      for (const quality of qualities) {
        const label = `${photo}, ${backend}, ${quality}`;
        if (now() > deadline) {
          say(`${label}: left out, the time is over`);
          continue;
        }
        say(`${label} …`);
        const ours = await visitOurs(file, { backend, quality }, warmRuns);
        const model = PEER_MODEL[quality];
        rows.push(toRow({ photo, backend, quality, model }, ours, await theirs(model)));
      }
    }
  }
  return { rows };
}

/** Balanced and Best meet the same model of theirs: it is measured once a photo. */
function rememberPerModel(measure) {
  const known = new Map();
  return async (model) => {
    if (!known.has(model)) known.set(model, await measure(model));
    return known.get(model);
  };
}

/** WebGPU is measured only on a real GPU: in software it takes hours. */
async function backends() {
  const peer = await openPeer();
  const gpu = await peer.gpuName();
  await peer.close();
  say(gpu ? `WebGPU: ${gpu}` : 'No GPU that WebGPU can use: WASM only.');
  return gpu ? ['wasm', 'webgpu'] : ['wasm'];
}
