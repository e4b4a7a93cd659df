/** One side in a fresh browser: a first photo, further ones, and what it cost. */
import { watchPeak } from '../../scripts/measure/memory.mjs';
import { say } from '../../scripts/setup/say.mjs';
import { openOurs } from '../ours/session.mjs';
import { openPeer } from '../peer/session.mjs';
import { median } from './rows.mjs';

/** Reading the memory of a dozen processes takes some 20 ms of a core: more often would disturb what is measured. */
const SAMPLE_MS = 500;

/** Figures of Matte for a photo; null when it failed, and stderr says why. */
export function visitOurs(file, { backend, quality }, warmRuns) {
  return visit('ours', warmRuns, openOurs, async (session) => {
    const job = await session.cut(file, { backend, quality });
    if (job.status !== 'done') throw new Error(`the job ended ${job.status}: ${job.error}`);
    return job.ms;
  });
}

/** The same of the peer. */
export function visitPeer(file, { backend, model }, warmRuns) {
  const device = backend === 'webgpu' ? 'gpu' : 'cpu';
  return visit('theirs', warmRuns, openPeer, (session) => session.cut(file, { model, device }));
}

async function visit(side, warmRuns, open, cut) {
  let session = null;
  const peak = watchPeak(SAMPLE_MS);
  try {
    session = await open();
    const coldMs = Math.round(await cut(session));
    const warm = [];
    for (let i = 0; i < warmRuns; i++) warm.push(await cut(session));
    const longestTaskMs = Math.round(await session.longestTaskMs());
    return { coldMs, warmMs: Math.round(median(warm)), longestTaskMs, peakMiB: peak() || null };
  } catch (error) {
    say(`  ${side} failed: ${error.message}`);
    return null;
  } finally {
    peak();
    await session?.close().catch(() => {});
  }
}
