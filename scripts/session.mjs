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
  const door = await openDoor(matte);
  await door.evaluate(liftLimit);
  return { ...matte, door };
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

/**
 * Runs in the page, and writes past the product into the database of a profile that is thrown away: a script cuts a folder
 * of pictures, not one person's day. Waits for Matte to have made its tables, because opening them here first would.
 */
async function liftLimit() {
  const isMade = ({ name, version }) => name === 'matte' && version >= 30; // Dexie counts in tens
  while (!(await indexedDB.databases()).some(isMade)) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('memberships', 'readwrite');
      change.objectStore('memberships').put({ owner: 'guest', until: Date.UTC(9999, 0) });
      change.oncomplete = resolve;
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
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
