import { test } from './fixtures';
test('dbg', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" width="320" src="${site.picture('scene.png')}">` }));
  site.hold();
  await matte.rightClick(page, '#it'); await matte.inStage('fetch');
  const card = await matte.card(page).shown();
  await card.waitForSelector('.grip');
  const from = (await (await card.frameElement()).boundingBox())!;
  await card.evaluate(() => { (window as any).log=[]; for (const t of ['pointerdown','pointermove','pointerup','pointercancel','gotpointercapture','lostpointercapture']) addEventListener(t, (e: any)=> (window as any).log.push([t,e.screenX,e.screenY,e.buttons,e.target?.tagName]), true); });
  await page.mouse.move(from.x + 100, from.y + 25);
  await page.mouse.down();
  await page.mouse.move(from.x - 200, from.y - 100, { steps: 4 });
  await page.waitForTimeout(1500);
  console.log(JSON.stringify(await card.evaluate(() => (window as any).log)), from, await (await card.frameElement()).boundingBox());
  await page.mouse.up();
});
