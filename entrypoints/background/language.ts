/** The language of what background says. A woken worker has chosen none yet, so whoever says something awaits this first. */
import type { MatteDb } from '@/utils/db';
import { chooseLanguage } from '@/utils/i18n/choose-language';
import { DEFAULTS } from '@/utils/settings/settings';
import { readSettings } from '@/utils/settings/settings-store';

/**
 * Resolves once the chosen language is spoken; never throws. The setting is read anew each time, because it may have changed
 * since: one small table, and nothing is said often here. Settings that cannot be read count as never set.
 */
export async function spoken(db: MatteDb): Promise<void> {
  const { language } = await readSettings(db).catch(() => DEFAULTS);
  await chooseLanguage(language, navigator.languages);
}
