/** Every surface as it is seen (three languages, light and dark, in English at two densities) as it is heard, and where there is little room. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { findBarriers } from './surfaces/find-barriers';
import { findOverflow } from './surfaces/find-overflow';
import { CAN_JUDGE, IS_WRITING, judge } from './surfaces/golden';
import { SURFACES } from './surfaces/list';
import { LANGUAGES, photograph, scalesOf, THEMES } from './surfaces/look';
import { STATES } from './surfaces/states';
import { furnish } from './surfaces/world';

for (const { name, open, narrowest } of SURFACES) {
  test(`${name} looks as it did, fits, and axe finds nothing on it`, async ({ matte, site }) => {
    test.skip(!CAN_JUDGE, 'the fonts of the goldens are not installed');
    const complaints: (string | null)[] = [];
    for (const language of LANGUAGES) {
      await furnish(matte, language);
      const { page, frame } = await open(matte, site);
      for (const theme of THEMES) {
        for (const scale of scalesOf(language, frame !== page.mainFrame())) {
          complaints.push(await judge(`${name}-${language}-${theme}-${scale}x`, () => photograph(page, theme, scale)));
        }
        // Contrast is another in each theme; the rest is not, but costs little more.
        if (language === 'en') complaints.push(...(await findBarriers(frame)).map((each) => `${theme}: ${each}`));
      }
      complaints.push(...(await findOverflow(page, narrowest)).map((each) => `${language}, ${each}`));
      await page.close();
    }
    expect(complaints.filter((each) => each !== null)).toEqual([]);
  });
}

for (const { name, show } of STATES) {
  test(`axe finds nothing on ${name}`, async ({ matte, site }) => {
    const frame = await show(matte, site);
    const complaints: string[] = [];
    for (const theme of THEMES) {
      await frame.page().emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      complaints.push(...(await findBarriers(frame)).map((each) => `${theme}: ${each}`));
    }
    expect(complaints).toEqual([]);
  });
}

test('those who look can say no: a barrier, something that sticks out, another picture', async ({ matte, site }) => {
  const body = '<main><img src="x.png"><p style="inline-size: 2000px; background: #c00">Wide</p></main>';
  const page = await matte.open(site.page({ body }));
  await page.setViewportSize({ width: 1200, height: 800 });
  expect((await findBarriers(page.mainFrame())).join()).toContain('image-alt');
  expect((await findOverflow(page)).join()).toContain('P. sticks out');
  test.skip(!CAN_JUDGE || IS_WRITING, 'there is nothing to compare with');
  await page.setViewportSize({ width: 396, height: 600 });
  expect(await judge('popup-en-light-1x', () => photograph(page, 'light', 1))).toContain('looks different');
});
