/** Clicks on a local page in headless Chromium and what follows: the card's first paint, the copy, the memory. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { launchMatte } from '../browser.mjs';
import { ROOT } from '../setup/paths.mjs';
import { childrenMiB, watchPeak } from './memory.mjs';

const SIDE_2MP = 1414;
const CARD_TRIES = 10;
const IDLE_MS = 90_000;
const COPY_LIMIT_MS = 120_000;

export async function measureClicks() {
  const site = await servePhoto();
  const matte = await launchMatte({ headless: true });
  try {
    await settle(3000);
    const memory = { beforeMiB: childrenMiB() };
    const peak = watchPeak();
    const cold = await copyOnce(matte, site);
    memory.peakMiB = peak();
    const warm = [await copyOnce(matte, site), await copyOnce(matte, site)];
    const cards = [];
    for (let i = 0; i < CARD_TRIES; i++) cards.push(await cardOnce(matte, site));
    await settle(IDLE_MS);
    memory.after90sMiB = childrenMiB();
    return { clickToCardMs: medians(cards), clickToCopied2MP: { cold, warm }, memory };
  } finally {
    await matte.close();
    site.server.close();
  }
}

/** A page and a 2 MP photo; `/slow.jpg` never ends, so that only the card is measured. */
async function servePhoto() {
  const source = join(ROOT, 'tests', 'fixtures', 'photos', 'astronaut.png');
  const photo = await sharp(source).resize(SIDE_2MP, SIDE_2MP).jpeg({ quality: 92 }).toBuffer();
  const server = createServer((request, response) => {
    if (request.url === '/photo.jpg') return response.setHeader('content-type', 'image/jpeg').end(photo);
    if (request.url === '/slow.jpg') return response.writeHead(200, { 'content-type': 'image/jpeg' }).write('.');
    response.setHeader('content-type', 'text/html').end('<title>page</title><img src="/photo.jpg" width="400">');
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return { server, url: `http://page.test:${server.address().port}/` };
}

async function copyOnce(matte, site) {
  const page = await matte.context.newPage();
  await page.goto(site.url);
  const clickedAt = await click(matte, site, 'photo.jpg');
  const card = await cardOf(page);
  await card.waitForFunction(() => /copied/i.test(document.body.textContent ?? ''), undefined, {
    timeout: COPY_LIMIT_MS,
    polling: 20,
  });
  const ms = Date.now() - clickedAt;
  const { outcome } = await lastDone(matte);
  await page.close();
  return { ms, backend: outcome.backend, stages: outcome.stages };
}

async function cardOnce(matte, site) {
  const page = await matte.context.newPage();
  await page.goto(site.url);
  await page.evaluate(watchForCard);
  const clickedAt = await click(matte, site, 'slow.jpg');
  const card = await cardOf(page);
  const paintedAt = await card.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) resolve(performance.timeOrigin + paint.startTime);
          else setTimeout(look, 5);
        };
        look();
      }),
  );
  await card.getByRole('button', { name: 'Cancel' }).click();
  const shownAt = await page.evaluate(() => globalThis.cardShownAt);
  await page.close();
  return { surface: Math.round(shownAt - clickedAt), content: Math.round(paintedAt - clickedAt) };
}

/** Runs in the page. The card's holder is the one open popover; a frame later it has been painted. */
function watchForCard() {
  const look = () => {
    if (!document.querySelector(':popover-open')) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      globalThis.cardShownAt = performance.timeOrigin + performance.now();
    });
  };
  look();
}

/** What Chrome does on a click on the menu item; gives the time of the click. */
function click({ serviceWorker }, { url }, file) {
  return serviceWorker.evaluate(
    async ([pageUrl, srcUrl]) => {
      const [tab] = await chrome.tabs.query({ url: `${new URL(pageUrl).origin.replace(/:\d+$/, '')}/*`, active: true });
      const click = {
        menuItemId: 'remove-background',
        mediaType: 'image',
        editable: false,
        frameId: 0,
        pageUrl,
        srcUrl,
      };
      const now = Date.now();
      chrome.contextMenus.onClicked.dispatch(click, tab);
      return now;
    },
    [url, url + file],
  );
}

async function cardOf(page) {
  for (;;) {
    const card = page.frames().find((frame) => frame.url().includes('/card.html'));
    if (card) return card;
    await settle(5);
  }
}

function lastDone({ serviceWorker }) {
  return serviceWorker.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('matte');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('jobs').objectStore('jobs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.filter((job) => job.status === 'done').sort((a, b) => b.createdAt - a.createdAt)[0]);
          };
        };
      }),
  );
}

const settle = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const medians = (cards) => ({
  surface: median(cards.map(({ surface }) => surface)),
  content: median(cards.map(({ content }) => content)),
  all: cards,
});
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
