/** The card on the sample page: in the middle of a job, at its end, and over a picture in which nothing stands out. */
import sharp from 'sharp';
import { chooseMenuItem } from '../start/right-click.mjs';
import { serveSamples } from '../start/server.mjs';
import { openPage, shoot } from './looks.mjs';

const SIZE = { width: 1280, height: 900 };
/** The corner in which the card stands. */
const CORNER = { width: 640, height: 450 };
const JOB_LIMIT_MS = 300_000;

export async function shootCard(matte, look) {
  const server = await serveSamples();
  const zoom = look.zoom ?? 1;
  const size = { width: SIZE.width / zoom, height: SIZE.height / zoom };
  const page = await openPage(matte.context, look, size);
  const clip = { ...CORNER, x: size.width - CORNER.width, y: size.height - CORNER.height };

  await page.goto(server.url);
  const card = await rightClick(matte, page, server.url);
  await card.getByText('First look').waitFor({ timeout: JOB_LIMIT_MS });
  await shoot(page, card, look, 'card-working', { clip });

  await page.reload();
  const done = await rightClick(matte, page, server.url);
  await done.getByText('Copied').first().waitFor({ timeout: JOB_LIMIT_MS });
  await shoot(page, done, look, 'card-done');

  await page.reload();
  const wall = `data:image/png;base64,${(await wallPng()).toString('base64')}`;
  await page.locator('#astronaut').evaluate((image, src) => Object.assign(image, { src, srcset: '' }), wall);
  const failed = await rightClick(matte, page, server.url);
  await failed.getByRole('button', { name: 'Cut anyway' }).waitFor({ timeout: JOB_LIMIT_MS });
  await shoot(page, failed, look, 'card-no-subject', { clip });
  await page.close();
  server.close();
}

/** The menu's click on the astronaut; gives the card's frame. */
async function rightClick({ serviceWorker }, page, url) {
  const photo = page.locator('#astronaut');
  await photo.click({ button: 'right' });
  await chooseMenuItem(serviceWorker, url, await photo.evaluate((image) => image.currentSrc));
  for (;;) {
    const card = page.frames().find((frame) => frame.url().includes('/card.html'));
    if (card) return card;
    await page.waitForTimeout(100);
  }
}

/** A bare wall, lit from one side. */
export function wallPng() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <linearGradient id="light" x2="1" y2="1"><stop stop-color="#cfd8dc"/><stop offset="1" stop-color="#8fa3ad"/></linearGradient>
    <rect width="640" height="480" fill="url(#light)"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
