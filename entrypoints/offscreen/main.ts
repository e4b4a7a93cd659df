/** Composition root of the engine's page: the queue, its worker, and the end of it all when idle. */
import { MatteDb } from '@/utils/db';
import { createRunner } from '@/utils/jobs/run-job';
import { onMessage, sendMessage } from '@/utils/messaging';
import { createEngineHost } from './engine-host';
import { getPicture } from './get-picture';

/** WASM memory never shrinks; closing the document is the only way to give it back. */
const IDLE_CLOSE_MS = 60_000;

const db = new MatteDb();
const runner = createRunner({
  db,
  now: Date.now,
  engine: createEngineHost(
    () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'matte-engine' }),
  ),
  fetchPicture: (job, signal) => getPicture(db, job, signal),
  // If nobody answers, background finds the row on its next start.
  ended: (jobId, unsaved) => void sendMessage('jobEnded', { jobId, unsaved }).catch(() => {}),
});

// Before any job of our own begins: afterwards nobody could tell it from a dead engine's.
const adopted = runner.adoptOrphans();
let idleTimer = 0;

async function work(): Promise<void> {
  clearTimeout(idleTimer);
  await adopted;
  // What could not be written down is tried again when the watch alarm brings the next document.
  await runner.drain().catch(() => {});
  clearTimeout(idleTimer);
  idleTimer = window.setTimeout(() => window.close(), IDLE_CLOSE_MS);
}

onMessage('runJobs', () => {
  void work();
  return { accepted: true };
});
onMessage('abortJob', ({ data }) => runner.abort(data.jobId));

void work();
