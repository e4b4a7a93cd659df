/** Every sentence Matte says in German, by the part of Matte that says it. ICU MessageFormat; decision 27. */
import account from '../../locales/de/account.json' with { type: 'json' };
import background from '../../locales/de/background.json' with { type: 'json' };
import batch from '../../locales/de/batch.json' with { type: 'json' };
import card from '../../locales/de/card.json' with { type: 'json' };
import consents from '../../locales/de/consents.json' with { type: 'json' };
import credits from '../../locales/de/credits.json' with { type: 'json' };
import dashboard from '../../locales/de/dashboard.json' with { type: 'json' };
import errors from '../../locales/de/errors.json' with { type: 'json' };
import history from '../../locales/de/history.json' with { type: 'json' };
import manifest from '../../locales/de/manifest.json' with { type: 'json' };
import pages from '../../locales/de/pages.json' with { type: 'json' };
import popup from '../../locales/de/popup.json' with { type: 'json' };
import privacy from '../../locales/de/privacy.json' with { type: 'json' };
import settings from '../../locales/de/settings.json' with { type: 'json' };
import statistics from '../../locales/de/statistics.json' with { type: 'json' };
import studio from '../../locales/de/studio.json' with { type: 'json' };
import support from '../../locales/de/support.json' with { type: 'json' };
import vouchers from '../../locales/de/vouchers.json' with { type: 'json' };
import welcome from '../../locales/de/welcome.json' with { type: 'json' };
import words from '../../locales/de/words.json' with { type: 'json' };
import type { Messages } from './english';

export const GERMAN: Messages = {
  account,
  background,
  batch,
  card,
  consents,
  credits,
  dashboard,
  errors,
  history,
  manifest,
  pages,
  popup,
  privacy,
  settings,
  statistics,
  studio,
  support,
  vouchers,
  welcome,
  words,
};
