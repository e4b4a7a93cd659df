/** The right-click job on one picture of the sample page, without a screen: what a user does, and what comes out. */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { saveCutout } from '../cutout/save.mjs';
import { endOfJob, openDoor, readJob, takeCutout } from '../session.mjs';
import { ROOT } from '../setup/paths.mjs';
import { Stop } from '../setup/say.mjs';

const JOB_LIMIT_MS = 10 * 60_000;
const DELIVERY_LIMIT_MS = 15_000;
const CARD_SETTLES_MS = 700;
const OUT = join(ROOT, 'out');

/**
 * Right-clicks the picture with this id on the sample page and waits for its cutout on the clipboard; `name` begins the
 * names of the files.
 * @returns {Promise<object>} the job's outcome, with `cutout` and `page`: the files that were written
 */
export async function rightClickJob(matte, url, { id, name }) {
  const door = await openDoor(matte);
  const page = await matte.context.newPage();
  await page.goto(url);
  const image = page.locator(`#${id}`);
  await image.click({ button: 'right' });
  const srcUrl = await image.evaluate((element) => element.currentSrc);
  const jobId = await chooseMenuItem(matte.serviceWorker, url, srcUrl);
  const job = await endOfJob(door, jobId, JOB_LIMIT_MS);
  const delivery = await deliveryOf(door, jobId);
  await page.waitForTimeout(CARD_SETTLES_MS);
  const files = await save(door, page, { job, name });
  await Promise.all([page.close(), door.close()]);
  return { ...job?.outcome, error: job?.error ?? null, ended: job !== null, delivery, ...files };
}

/** Dispatches the menu's click in the service worker, as the native menu does, and finds the job that it made. */
export async function chooseMenuItem(serviceWorker, pageUrl, srcUrl) {
  const jobId = await serviceWorker.evaluate(clickAndFindJob, { pageUrl, srcUrl });
  if (!jobId) throw new Stop('The click on “Remove background” started no job.');
  return jobId;
}

/** Runs in the service worker. */
async function clickAndFindJob({ pageUrl, srcUrl }) {
  const tab = (await chrome.tabs.query({})).find(({ url }) => url === pageUrl);
  const before = new Set(await jobIds());
  const click = { menuItemId: 'remove-background', mediaType: 'image', editable: false, frameId: 0, pageUrl, srcUrl };
  chrome.contextMenus.onClicked.dispatch(click, tab);
  for (let tries = 0; tries < 100; tries++) {
    const found = (await jobIds()).find((id) => !before.has(id));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;

  async function jobIds() {
    // Asking for a database that is not there yet would create it empty and break the real one.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'matte')) return [];
    const db = await settled(indexedDB.open('matte'));
    const ids = await settled(db.transaction('jobs').objectStore('jobs').getAllKeys());
    db.close();
    return ids;
  }

  function settled(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}

/** Where the result ended up: "copied", or what else the row says when time is up. */
async function deliveryOf(door, jobId) {
  const deadline = Date.now() + DELIVERY_LIMIT_MS;
  for (;;) {
    const { delivery } = await readJob(door, jobId);
    if (!['waiting', 'copying'].includes(delivery) || Date.now() > deadline) return delivery;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function save(door, page, { job, name }) {
  await mkdir(OUT, { recursive: true });
  const pagePath = join(OUT, `${name}-page.png`);
  await page.screenshot({ path: pagePath });
  if (job?.status !== 'done') return { page: relative(ROOT, pagePath), cutout: null };
  const cutoutPath = join(OUT, `${name}-cutout.png`);
  await takeCutout(door, job.id, (from) => saveCutout(from, cutoutPath));
  return { page: relative(ROOT, pagePath), cutout: relative(ROOT, cutoutPath) };
}
