/** Cutouts are dragged with a real mouse: out of the card into its own page, and into another window. */
import { expect, type Page } from '@playwright/test';
import type { Pixels } from '../fixtures/scenes';
import { type Point, Screen } from './browser/screen';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import type { Matte } from './pages/matte';
import { onScreen } from './pages/on-screen';
import { Studio } from './pages/studio';
import { toFront } from './pages/to-front';
import type { Site } from './site/site';

test.use({ engine: 'tiny' });

let screen: Screen;
test.beforeAll(async () => {
  const missing = Screen.missing();
  test.skip(missing !== undefined, `${missing} is not installed`);
  screen = await Screen.open();
});
test.afterAll(() => screen?.close());

interface Heard {
  readonly types: readonly string[];
  /** Of what the page could read before it was let go. */
  readonly before: readonly number[];
  readonly files: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
  readonly told: readonly string[];
}

/** Takes files by a field and by a place of its own, and remembers all that it was given. */
const RECEIVER = `
  <p><input id="field" type="file" accept="image/*"></p>
  <p><label id="label" style="display:block;width:200px">Upload<input id="hidden" type="file" accept=".png" hidden></label></p>
  <p><input id="texts" type="file" accept=".txt"></p>
  <div id="place" style="width:300px;height:120px;background:#cde">Drop here</div>
  <p id="words">Words</p>
  <script>
    const heard = { types: [], before: [], files: [], told: [] };
    const take = async (file) => {
      const reader = new FileReader();
      reader.onload = () => heard.files.push({ name: file.name, type: file.type, base64: reader.result.split(',')[1] });
      reader.readAsDataURL(file);
    };
    for (const field of document.querySelectorAll('input')) field.onchange = () => take(field.files[0]);
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      document.addEventListener(type, (event) => {
        if (heard.types.at(-1) !== type) heard.types.push(type);
        if (type !== 'drop') heard.before.push(...[...event.dataTransfer.files].map((file) => file.size));
        heard.told.push(event.dataTransfer.getData('text/uri-list') + event.dataTransfer.getData('text/html'));
        if (event.target.id === 'place') event.preventDefault();
        if (event.target.id === 'place' && type === 'drop') take(event.dataTransfer.files[0]);
      });
    }
  </script>`;

const heardBy = (page: Page) => page.evaluate<Heard>('heard');

/** Lets go once the page has heard of it: the frame that hears for it is there only a moment after the drag's beginning. */
async function dragInto(page: Page, from: Point, where: string, before?: () => Promise<void>): Promise<void> {
  await page.evaluate('heard.types.length = 0');
  await screen.drag(from, await onScreen(page.locator(where)), async () => {
    await expect.poll(async () => (await heardBy(page)).types, 'it hears of the drag').toContain('dragover');
    await before?.();
  });
}

/**
 * A card on a page that takes files. It waits for Copy, or it would close after a while. The menu that a real right click
 * opens is closed again.
 */
async function withCard(matte: Matte, site: Site) {
  await matte.inside.put('settings', { key: 'copyAutomatically', value: false });
  const page = await matte.open(site.page({ body: `${RECEIVER}<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const job = await matte.done();
  await matte.card(page, job.id).says('Ready');
  const card = await matte.card(page, job.id).shown();
  await screen.press('Escape');
  await toFront(page);
  const { x, y } = (await (await card.frameElement()).boundingBox()) ?? { x: 0, y: 0 };
  const corner = await page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
  return { page, job, picture: { x: corner.x + x + 150, y: corner.y + y + 120 }, cutout: await matte.cutout(job) };
}

/** One more file than the page had. */
async function expectGiven(page: Page, cutout: Pixels, name: RegExp, earlier = 0) {
  await expect.poll(async () => (await heardBy(page)).files.length, 'a file has come').toBe(earlier + 1);
  const { files, before, told } = await heardBy(page);
  const file = files.at(-1);
  expect(file).toMatchObject({ name: expect.stringMatching(name), type: 'image/png' });
  expect(difference(await decode(Buffer.from(file?.base64 ?? '', 'base64')), cutout)).toBe(0);
  expect(
    before.filter((size) => size > 0),
    'nothing to be read before it was let go',
  ).toEqual([]);
  expect(
    told.filter((words) => words !== ''),
    'no address of ours',
  ).toEqual([]);
}

test('from the card into a file field, a label and a place of its own page, which sees it only then [P-DROP]', async ({
  launch,
  site,
}) => {
  const matte = await launch('tiny', { display: screen.display });
  const { page, picture, cutout } = await withCard(matte, site);
  for (const [earlier, where] of ['#field', '#label', '#place'].entries()) {
    await dragInto(page, picture, where);
    await expectGiven(page, cutout, /^scene-cutout\.png$/, earlier);
  }
});

test('what takes no picture gets none, nor does a drag that Esc ends; the page works on [P-DROP]', async ({
  launch,
  site,
}) => {
  const matte = await launch('tiny', { display: screen.display });
  const { page, picture } = await withCard(matte, site);
  for (const where of ['#words', '#texts']) {
    await dragInto(page, picture, where);
    expect((await heardBy(page)).types, where).not.toContain('drop');
  }
  await dragInto(page, picture, '#place', () => screen.press('Escape'));
  const { types, files } = await heardBy(page);
  expect(types).not.toContain('drop');
  expect(files).toEqual([]);
  expect(page.frames().filter((frame) => frame.url().includes('drop-catcher'))).toEqual([]);
  const clicked = page.evaluate(() => new Promise((resolve) => addEventListener('click', () => resolve('clicked'))));
  await screen.click(await onScreen(page.locator('#words')));
  expect(await clicked).toBe('clicked');
});

/** A window beside the first, with a page that takes files. */
async function besides(matte: Matte, site: Site): Promise<Page> {
  const opened = matte.chrome.context.waitForEvent('page');
  const session = await matte.chrome.browser.newBrowserCDPSession();
  const where = { newWindow: true, left: 1220, top: 0, width: 600, height: 880 };
  await session.send('Target.createTarget', { url: site.page({ body: RECEIVER, host: 'cors.test' }), ...where });
  const page = await opened;
  await page.locator('#place').waitFor();
  return page;
}

test('from the studio and from the card into another window', async ({ launch, site }) => {
  const matte = await launch('tiny', { display: screen.display });
  const { page, picture, job, cutout } = await withCard(matte, site);
  const studio = (await Studio.open(matte, job.id)).page;
  const thumbnail = studio.getByRole('img', { name: 'Drag scene-cutout.png out of here' });
  await expect(thumbnail).toHaveAttribute('draggable', 'true');
  await thumbnail.scrollIntoViewIfNeeded();
  const other = await besides(matte, site);
  await dragInto(other, await onScreen(thumbnail), '#place');
  await expectGiven(other, cutout, /\.png$/);
  await page.bringToFront();
  await dragInto(other, picture, '#place');
  await expectGiven(other, cutout, /\.png$/, 1);
});
