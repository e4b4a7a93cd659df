/** Matte in a browser of its own, through the door that `npm run cutout` uses: the same messages as the popup's. */
import { openSession, takeCutout } from '../../scripts/session.mjs';
import { readLongestTask, watchTasks } from '../longest-task.mjs';
import { watchOffscreen } from './offscreen.mjs';

const INPUT = '#matte-script-input';
/**
 * As often as `npm run cutout` asks; every 20 ms took 0.8 s more of CPU time from the engine (12 MP, Fast). The end is seen
 * 50 ms late on average, and that counts against ours.
 */
const POLL_MS = 100;

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
  // What the popup did to open (60 to 90 ms of React) is no part of any job.
  await door.evaluate(watchTasks, await door.evaluate(() => performance.now()));
  let lastId = null;
  return {
    /** The job's row, with `ms` from handing `file` over to having the PNG. What `wish` leaves out, Matte's settings say. */
    async cut(file, wish) {
      await door.setInputFiles(INPUT, file);
      const job = await door.evaluate(cutChosenFile, [{ ...wish, name: 'bench' }, POLL_MS]);
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

/** Runs in the door's page. Where Matte says "no subject" it is told to cut anyway, as a user would: the row tells. */
async function cutChosenFile([wish, pollMs]) {
  const startedAt = performance.now();
  const { jobId, error } = await globalThis.matteScript.start(wish);
  if (error) return { status: 'failed', error };
  let saidNone = false;
  for (;;) {
    const job = await globalThis.matteScript.read(jobId);
    if (job?.error === 'no-subject' && !saidNone) {
      saidNone = true;
      const message = { id: -1, type: 'cutAnyway', data: { jobId }, timestamp: Date.now() };
      await chrome.runtime.sendMessage(message);
    } else if (job && job.status !== 'queued' && job.status !== 'running') {
      return { ...job, saidNone, ms: performance.now() - startedAt };
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
