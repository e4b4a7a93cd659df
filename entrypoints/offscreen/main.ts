/** Composition root of the engine's page: the queue, its worker, and the end of it all when idle. */
import { MatteDb } from '@/utils/db';
import { createRunner } from '@/utils/jobs/run-job';
import { onMessage, sendMessage } from '@/utils/messaging';
import { createEngineHost } from './engine-host';
import { getPicture } from './get-picture';

/** WASM memory never shrinks; closing the document is the only way to give it back. */
const IDLE_CLOSE_MS = 60_000;

const db = new MatteDb();
const engine = createEngineHost(
  () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'matte-engine' }),
);
const runner = createRunner({
  db,
  now: Date.now,
  engine,
  fetchPicture: (job, signal) => getPicture(db, job, signal),
  // If nobody answers, background finds the row on its next start.
  ended: (jobId, unsaved) => void sendMessage('jobEnded', { jobId, unsaved }).catch(() => {}),
});

// Before any job of our own begins: afterwards nobody could tell it from a dead engine's.
const adopted = runner.adoptOrphans();
let idleTimer = 0;
let busy = 0;

/** The document stays while it does something, and a minute longer. */
async function keepOpen(activity: () => Promise<void>): Promise<void> {
  clearTimeout(idleTimer);
  busy++;
  await activity().catch(() => {});
  busy--;
  clearTimeout(idleTimer);
  if (busy === 0) idleTimer = window.setTimeout(() => window.close(), IDLE_CLOSE_MS);
}

// What could not be written down is tried again when the watch alarm brings the next document.
const work = () => keepOpen(() => adopted.then(runner.drain));

onMessage('runJobs', () => {
  void work();
  return { accepted: true };
});
onMessage('warmEngine', ({ data: wish }) => {
  // A queue that works has its own wish, and another one would take its engine away.
  if (!runner.isBusy()) void keepOpen(() => engine.start(wish, new AbortController().signal));
  return { accepted: true };
});
onMessage('abortJob', ({ data }) => runner.abort(data.jobId));

void work();
