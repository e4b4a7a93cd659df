/** One side in a fresh browser, which is closed whatever happens. */
import { say } from '../../scripts/setup/say.mjs';
import { openOurs } from '../ours/session.mjs';
import { openPeer } from '../peer/session.mjs';
import { figuresOf } from './figures.mjs';

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
  try {
    session = await open();
    return await figuresOf(session, cut, warmRuns);
  } catch (error) {
    say(`  ${side} failed: ${error.message}`);
    return null;
  } finally {
    await session?.close().catch(() => {});
  }
}
