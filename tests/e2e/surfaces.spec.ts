/** Every surface as it is seen (three languages, light and dark, two densities) and as it is heard. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { findBarriers } from './surfaces/find-barriers';
import { CAN_JUDGE, judge } from './surfaces/golden';
import { SURFACES } from './surfaces/list';
import { LANGUAGES, photograph, SCALES, THEMES } from './surfaces/look';
import { furnish } from './surfaces/world';

for (const { name, open } of SURFACES) {
  test(`${name} looks as it did, and axe finds nothing on it`, async ({ matte, site }) => {
    test.skip(!CAN_JUDGE, 'the fonts of the goldens are not installed');
    const complaints: (string | null)[] = [];
    for (const language of LANGUAGES) {
      await furnish(matte, language);
      const { page, frame } = await open(matte, site);
      for (const theme of THEMES) {
        for (const scale of SCALES) {
          complaints.push(await judge(`${name}-${language}-${theme}-${scale}x`, await photograph(page, theme, scale)));
        }
        // Contrast is another in each theme; the rest is not, but costs little more.
        if (language === 'en') complaints.push(...(await findBarriers(frame)).map((each) => `${theme}: ${each}`));
      }
      await page.close();
    }
    expect(complaints.filter((each) => each !== null)).toEqual([]);
  });
}
