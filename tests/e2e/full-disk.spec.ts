/** The disk is full for real: a small file system that the test fills. */
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { toPng } from '../fixtures/encodings';
import { buildScene, grainy } from '../fixtures/scenes';
import { mountSmallDisk, type SmallDisk } from './browser/small-disk';
import { test } from './fixtures';

const DISK_MB = 300;
const SENTENCE = sentenceOf('storage-full');
/** Its cutout weighs more than ROOM_FOR_ROWS. */
const LARGE = { width: 2400, height: 1800 };
const ROOM_FOR_ROWS = 1_000_000;

let disk: SmallDisk | null = null;
test.beforeEach(() => {
  disk = mountSmallDisk(DISK_MB);
  test.skip(disk === null, 'only root may mount the small disk that this fills');
});
test.afterEach(() => disk?.remove());

for (const [what, left] of [
  ['no room for the result', ROOM_FOR_ROWS],
  ['no room at all', 0],
] as const) {
  test(`${what}: the card says that the disk is full, and no job runs for ever`, async ({ launch, site }) => {
    site.serve('large.png', {
      headers: { 'content-type': 'image/png' },
      body: await toPng(grainy(await buildScene('landscape', LARGE))),
    });
    const matte = await launch('tiny', { profile: disk?.path ?? '' });
    const page = await matte.open(
      site.page({ body: `<img id="it" width="600" src="${site.url('img.test', 'large.png')}">` }),
    );
    await matte.rightClick(page, '#it');
    const first = await matte.done();
    expect((await matte.inside.blob(`${first.id}/cutout`)).length).toBeGreaterThan(ROOM_FOR_ROWS);
    const card = matte.card(page);
    await card.press('Close');
    await card.gone();
    disk?.fill(left);
    await matte.rightClick(page, '#it');
    await card.says(SENTENCE, 15_000);
    await matte.chrome.crash();
  });
}
