/** A user who keeps Matte off a site, and a tab that was there before Matte. */
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { test } from './fixtures';
import { expectCopied } from './measure/expect-cutout';
import { setSiteAccess, whileDisabled } from './pages/withhold';

test('site access “on click”: site-access, told by a notification', async ({ launch, site }) => {
  const matte = await launch('tiny');
  await setSiteAccess(matte.chrome, 'ON_CLICK');
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const job = await matte.failed();
  expect(job.error).toBe('site-access');
  expect(sentenceOf('site-access')).toContain('Always allow');
  await matte.delivered('announced');
  // The row says so before the browser does.
  await expect.poll(() => matte.inside.notifications()).toEqual([job.id]);
});

test('a tab that was open before Matte was switched on works without a reload', async ({ launch, site }) => {
  const before = await launch('tiny');
  const page = await before.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await whileDisabled(before.chrome, async () => {
    await page.reload();
  });
  const matte = await before.reattach(site);
  await matte.rightClick(page, '#it');
  await expectCopied(matte, page, site.pictures['scene.png']);
});

test('a page background in a tab that was open before Matte was switched on', async ({ launch, site }) => {
  const before = await launch('tiny');
  const style = `width:640px;height:480px;background:url('${site.picture('scene.png')}')`;
  const page = await before.open(site.page({ body: `<div id="it" style="${style}"></div>` }));
  await whileDisabled(before.chrome, async () => {
    await page.reload();
  });
  const matte = await before.reattach(site);
  await matte.rightClick(page, '#it', { menu: 'page' });
  // The click came before the script: what was clicked cannot be known, and a wrong guess would be worse.
  expect(await matte.ended()).toMatchObject({ status: 'failed', error: 'no-picture' });
  await matte.rightClick(page, '#it', { menu: 'page' });
  await expectCopied(matte, page, site.pictures['scene.png']);
});
