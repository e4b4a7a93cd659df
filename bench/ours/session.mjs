/** Matte in a browser of its own, through the door that `npm run cutout` uses: the same messages as the popup's. */
import { openSession, takeCutout } from '../../scripts/session.mjs';
import { readLongestTask, watchTasks } from '../longest-task.mjs';
import { watchOffscreen } from './offscreen.mjs';

const INPUT = '#matte-script-input';

/** @returns {Promise<{cut: Function, save: Function, longestTaskMs: Function, close: Function}>} */
export async function openOurs() {
  const matte = await openSession();
  const { door, context, close } = matte;
  door.setDefaultTimeout(0);
  const documents = [];
  await watchOffscreen(context.browser(), (evaluate) => {
    documents.push(evaluate);
    void evaluate(watchTasks);
  });
  await door.evaluate(watchTasks);
  let lastId = null;
  return {
    /** The job's row, with `ms` from handing `file` over to having the PNG. */
    async cut(file, { backend, quality }) {
      await door.setInputFiles(INPUT, file);
      const job = await door.evaluate(cutChosenFile, { name: 'bench', backend, quality });
      lastId = job.id;
      return job;
    },
    /** Brings the last PNG out; `use` gets the path of a file that lives until it returns. */
    save: (use) => takeCutout(door, lastId, use),
    /** Over the page that asked and all engine documents so far. */
    async longestTaskMs() {
      const all = await Promise.all([
        door.evaluate(readLongestTask),
        ...documents.map((page) => page(readLongestTask)),
      ]);
      return Math.max(...all.map(Number));
    },
    close,
  };
}

/** Runs in the door's page. */
async function cutChosenFile(wish) {
  const startedAt = performance.now();
  const { jobId, error } = await globalThis.matteScript.start(wish);
  if (error) return { status: 'failed', error };
  for (;;) {
    const job = await globalThis.matteScript.read(jobId);
    if (job && job.status !== 'queued' && job.status !== 'running')
      return { ...job, ms: performance.now() - startedAt };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
