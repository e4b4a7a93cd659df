/** One browser for all files; it starts with the first file that needs it, and anew after one that brought it down. */
import { endOfJob, openSession, startJob, takeCutout } from '../session.mjs';
import { Failure } from './failure.mjs';

/** 100 megapixels on a slow machine take minutes; beyond this something hangs. */
const JOB_LIMIT_MS = 15 * 60_000;
const NO_GPU = 'This machine has no GPU that WebGPU can use. Run again with --backend auto or wasm.';

export function createEngine() {
  let opening = null;

  async function close() {
    const session = await opening?.catch(() => null);
    opening = null;
    await session?.close().catch(() => {});
  }

  /** Cuts one file; `use` gets the path of the PNG. Gives the job's outcome. */
  async function cut(file, wish, use) {
    opening ??= openSession();
    const { door } = await opening;
    if (wish.backend.includes('webgpu')) await demandGpu(door);
    const outcome = await runJob(door, file, wish);
    await takeCutout(door, outcome.jobId, use);
    return outcome;
  }

  return { cut, close };
}

async function runJob(door, file, wish) {
  const { jobId, error } = await startJob(door, file, wish);
  if (error) throw new Failure(error);
  const job = await endOfJob(door, jobId, JOB_LIMIT_MS);
  if (job?.status !== 'done') throw new Failure(job?.error ?? 'inference-failed');
  return { ...job.outcome, jobId };
}

/** Chromium's software adapter counts as none: it needs hours for a photo and dies on the way. */
async function demandGpu(door) {
  const usable = await door.evaluate(async () => {
    const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
    return Boolean(adapter) && !adapter.info.isFallbackAdapter;
  });
  if (!usable) throw new Failure('inference-failed', NO_GPU);
}
