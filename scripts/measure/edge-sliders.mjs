/** How smoothly the studio follows its edge sliders on a cutout of 12 MP: what is shown, and the page's own frames. */
import { launchMatte } from '../browser.mjs';

const ID = 'measured';
const SLIDERS = [/tighter/i, 'Softer', 'Smoother'];
const DRAG_MS = 3000;
const SETTLE_MS = 2500;

/**
 * For each slider there is: intervals between new previews and between frames of the page, ms; and CPU time of the whole browser
 * for each preview, which other work on the machine hardly changes.
 */
export async function measureEdgeSliders() {
  const matte = await launchMatte({ headless: true });
  try {
    const page = await matte.context.newPage();
    const address = (path) => `chrome-extension://${matte.extensionId}/${path}`;
    await page.goto(address('dashboard.html'));
    await page.evaluate(putCutout, ID);
    await page.addInitScript(watchLooks);
    await page.goto(address(`studio.html#${ID}`));
    await page.getByRole('button', { name: 'Copy' }).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const found = {};
    for (const name of SLIDERS) {
      const slider = page.getByRole('slider', { name });
      if ((await slider.count()) === 0) continue;
      found[String(name)] = await dragged(page, slider, () => cpuSeconds(matte.context));
      await page.waitForTimeout(SETTLE_MS);
    }
    return found;
  } finally {
    await matte.close();
  }
}

/**
 * To and fro over a third of the track, a move with each frame of the page. The moves are made in the page: sent through the
 * protocol there were 26 a second, and a preview cannot be made more often than it is asked for.
 */
async function dragged(page, slider, cpu) {
  await slider.scrollIntoViewIfNeeded();
  const thumb = await slider.boundingBox();
  const track = await slider.locator('xpath=ancestor::*[contains(@class,"slider")]').last().boundingBox();
  await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await page.mouse.down();
  const before = await cpu();
  const { looks, frames } = await slider.evaluate(moveEachFrame, { track, durationMs: DRAG_MS });
  const used = (await cpu()) - before;
  await page.mouse.up();
  return {
    previewMs: spread(looks),
    pageFrameMs: spread(frames),
    previewsASecond: Math.round(looks.length / (DRAG_MS / 1000)),
    cpuMsAPreview: Math.round((used * 1000) / looks.length),
  };
}

/** Of all its processes so far. */
async function cpuSeconds(context) {
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** In the page. The mouse is pointer 1, and the slider has captured it. */
async function moveEachFrame(thumb, { track, durationMs }) {
  const slider = thumb.closest('.slider') ?? thumb;
  const captor = [slider, ...slider.querySelectorAll('*')].find((each) => each.hasPointerCapture(1)) ?? slider;
  globalThis.matteMeasure.begin();
  const start = performance.now();
  for (let now = start; now - start < durationMs; now = await new Promise(requestAnimationFrame)) {
    const clientX = track.x + track.width * (0.5 + 0.3 * Math.sin((now - start) / 200));
    const clientY = track.y + track.height / 2;
    captor.dispatchEvent(
      new PointerEvent('pointermove', { pointerId: 1, bubbles: true, buttons: 1, clientX, clientY }),
    );
  }
  return globalThis.matteMeasure.end();
}

function spread(times) {
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
}

/** In the page, before anything else: each new preview is transferred into the canvas. */
function watchLooks() {
  let looks = [];
  let frames = [];
  let isOn = false;
  const shown = ImageBitmapRenderingContext.prototype.transferFromImageBitmap;
  ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function transfer(...given) {
    if (isOn) looks.push(performance.now());
    return shown.apply(this, given);
  };
  const count = () => {
    frames.push(performance.now());
    if (isOn) requestAnimationFrame(count);
  };
  globalThis.matteMeasure = {
    begin() {
      looks = [];
      frames = [];
      isOn = true;
      requestAnimationFrame(count);
    },
    end() {
      isOn = false;
      return { looks, frames };
    },
  };
}

/** In the page: a soft, wavy disc with some grain, 4000 × 3000, as if a job had made it. */
async function putCutout(id) {
  const [width, height] = [4000, 3000];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const radius = height * 0.4 * (1 + 0.1 * Math.sin(Math.atan2(dy, dx) * 9));
      const alpha = Math.min(1, Math.max(0, (radius - Math.hypot(dx, dy)) / 8 + 0.5));
      const grain = (x * 7919 + y * 104729) % 31;
      if (alpha > 0)
        pixels[y * width + x] = (Math.round(alpha * 255) << 24) | (60 << 16) | ((90 + grain) << 8) | (150 + grain);
    }
  }
  context.putImageData(image, 0, 0);
  const cutout = await canvas.convertToBlob({ type: 'image/png' });
  const details = { name: 'measured', kind: 'own', host: null, url: null };
  const entry = { id, owner: 'guest', details, width, height, bytes: cutout.size, createdAt: Date.now() };
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = database.transaction(['history', 'blobs'], 'readwrite');
    transaction.objectStore('history').put(entry);
    transaction.objectStore('blobs').put({ id: `${id}/cutout`, blob: cutout });
    transaction.objectStore('blobs').put({ id: `${id}/preview`, blob: cutout });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
