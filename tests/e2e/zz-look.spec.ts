import { test } from './fixtures';

const OUT = '/tmp/cardx/shots';
for (const [lang, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['de', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test(`look ${lang} ${theme}`, async ({ matte, site }) => {
    await matte.inside.put('settings', { key: 'language', value: lang });
    await matte.inside.put('settings', { key: 'theme', value: theme });
    const page = await matte.open(
      site.page({
        body: `<body style="font:16px sans-serif;background:${theme === 'dark' ? '#222' : '#fff'}"><img id="it" width="320" src="${site.picture('scene.png')}"><img id="other" width="200" src="${site.picture('portrait.png')}">`,
      }),
    );
    await page.setViewportSize({ width: 760, height: 520 });
    const shot = async (n: string) => {
      await page.waitForTimeout(300);
      await page.screenshot({
        path: `${OUT}/${lang}-${theme}-${n}.png`,
        clip: { x: 420, y: 60, width: 340, height: 460 },
      });
    };
    site.hold();
    await matte.rightClick(page, '#it');
    await matte.inStage('fetch');
    await shot('1-busy');
    site.release();
    const job = await matte.done();
    await page.waitForTimeout(800);
    await shot('2-done');
    const f = await matte.card(page).shown();
    await f.locator('button[popovertarget]').click();
    await shot('3-menu');
    await page.keyboard.press('Escape');
    await f.getByRole('radio').nth(2).click();
    await shot('4-grey');
    site.hold();
    await matte.rightClick(page, '#other');
    await matte.inStage('fetch');
    await shot('5-stack');
    const g = await matte.card(page).shown();
    await page.waitForTimeout(400);
    await g.locator('header .button').nth(-2).click();
    await shot('6-pills');
    site.release();
    await page.waitForTimeout(2500);
    await shot('7-pills-done');
    await matte.card(page, job.id).frame()!.locator('.open').click();
    await shot('8-unfolded');
    await page.waitForTimeout(500);
    await matte.card(page, job.id).frame()!.locator('button[popovertarget]').click();
    await page.waitForTimeout(400);
    await matte.card(page, job.id).frame()!.locator('.more button').nth(1).click();
    await shot('9-removed');
    await page.evaluate(() => {
      document.body.innerHTML = '<img id=it width=200 src="/nothing-here.png">';
    });
    await matte.rightClick(page, '#it');
    await matte.failed();
    await page.waitForTimeout(600);
    await shot('a-failed');
  });
}
