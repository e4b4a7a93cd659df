/** Every sentence Matte says in Chinese, by the part of Matte that says it. ICU MessageFormat; decision 27. */
import account from '../../locales/zh-CN/account.json' with { type: 'json' };
import background from '../../locales/zh-CN/background.json' with { type: 'json' };
import batch from '../../locales/zh-CN/batch.json' with { type: 'json' };
import card from '../../locales/zh-CN/card.json' with { type: 'json' };
import consents from '../../locales/zh-CN/consents.json' with { type: 'json' };
import credits from '../../locales/zh-CN/credits.json' with { type: 'json' };
import dashboard from '../../locales/zh-CN/dashboard.json' with { type: 'json' };
import errors from '../../locales/zh-CN/errors.json' with { type: 'json' };
import history from '../../locales/zh-CN/history.json' with { type: 'json' };
import manifest from '../../locales/zh-CN/manifest.json' with { type: 'json' };
import pages from '../../locales/zh-CN/pages.json' with { type: 'json' };
import popup from '../../locales/zh-CN/popup.json' with { type: 'json' };
import privacy from '../../locales/zh-CN/privacy.json' with { type: 'json' };
import settings from '../../locales/zh-CN/settings.json' with { type: 'json' };
import statistics from '../../locales/zh-CN/statistics.json' with { type: 'json' };
import studio from '../../locales/zh-CN/studio.json' with { type: 'json' };
import support from '../../locales/zh-CN/support.json' with { type: 'json' };
import vouchers from '../../locales/zh-CN/vouchers.json' with { type: 'json' };
import welcome from '../../locales/zh-CN/welcome.json' with { type: 'json' };
import words from '../../locales/zh-CN/words.json' with { type: 'json' };
import type { Messages } from './english';

export const CHINESE: Messages = {
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
