/**
 * Matte's engine as scripts see it: an extension page that sends the same messages as the popup. The page is opened as a
 * tab because only a page of the extension may start jobs.
 */
import { basename, extname } from 'node:path';
import { launchMatte } from './browser.mjs';

const POLL_MS = 100;
const INPUT = 'matte-script-input';

/** Opens a headless browser with Matte and the door to its engine. */
export async function openSession() {
  const matte = await launchMatte({ headless: true });
  return { ...matte, door: await openDoor(matte) };
}

/** Opens the page through which scripts talk to the engine. */
export async function openDoor({ context, extensionId }) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(equipPage, INPUT);
  return page;
}

/**
 * Starts a job on a file; gives `{jobId}` or `{error}`. What `wish` does not say, Matte's settings do.
 * @param {{backend?: string, quality?: string}} wish
 */
export async function startJob(door, file, wish = {}) {
  await door.setInputFiles(`#${INPUT}`, file);
  const name = basename(file, extname(file));
  return door.evaluate((request) => globalThis.matteScript.start(request), { ...wish, name });
}

/** Waits for a job to end and gives its row; null when `limitMs` is over. */
export async function endOfJob(door, jobId, limitMs) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const job = await readJob(door, jobId);
    if (job && job.status !== 'queued' && job.status !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return null;
}

/** The row of a job, or null. */
export function readJob(door, jobId) {
  return door.evaluate((id) => globalThis.matteScript.read(id), jobId);
}

/** Brings a finished job's cutout out of the browser; `use` gets the path of a file that lives until it returns. */
export async function takeCutout(door, jobId, use) {
  const arriving = door.waitForEvent('download');
  await door.evaluate((id) => globalThis.matteScript.download(id), jobId);
  const download = await arriving;
  await use(await download.path());
  await download.delete();
}

/** Runs in the page. The envelope is that of @webext-core/messaging 4. */
function equipPage(inputId) {
  const input = Object.assign(document.createElement('input'), { type: 'file', id: inputId, hidden: true });
  document.body.append(input);
  let count = 0;

  async function send(type, data) {
    const reply = await chrome.runtime.sendMessage({ id: ++count, type, data, timestamp: Date.now() });
    if (reply?.err) throw new Error(reply.err.message ?? String(reply.err));
    return reply?.res ?? null;
  }

  globalThis.matteScript = {
    start: (request) => send('startJob', { ...request, picture: input.files[0] }),
    read: async (jobId) => (await send('readJob', { jobId }))?.job ?? null,
    async download(jobId) {
      const { cutout } = await send('readJob', { jobId });
      const href = URL.createObjectURL(cutout);
      Object.assign(document.createElement('a'), { href, download: 'cutout.png' }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    },
  };
}
