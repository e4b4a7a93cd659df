/** Every sentence Matte says in English, by the part of Matte that says it. ICU MessageFormat; decision 27. */
import account from '../../locales/en/account.json' with { type: 'json' };
import background from '../../locales/en/background.json' with { type: 'json' };
import batch from '../../locales/en/batch.json' with { type: 'json' };
import card from '../../locales/en/card.json' with { type: 'json' };
import consents from '../../locales/en/consents.json' with { type: 'json' };
import credits from '../../locales/en/credits.json' with { type: 'json' };
import dashboard from '../../locales/en/dashboard.json' with { type: 'json' };
import errors from '../../locales/en/errors.json' with { type: 'json' };
import history from '../../locales/en/history.json' with { type: 'json' };
import manifest from '../../locales/en/manifest.json' with { type: 'json' };
import pages from '../../locales/en/pages.json' with { type: 'json' };
import popup from '../../locales/en/popup.json' with { type: 'json' };
import privacy from '../../locales/en/privacy.json' with { type: 'json' };
import settings from '../../locales/en/settings.json' with { type: 'json' };
import statistics from '../../locales/en/statistics.json' with { type: 'json' };
import studio from '../../locales/en/studio.json' with { type: 'json' };
import support from '../../locales/en/support.json' with { type: 'json' };
import vouchers from '../../locales/en/vouchers.json' with { type: 'json' };
import welcome from '../../locales/en/welcome.json' with { type: 'json' };
import words from '../../locales/en/words.json' with { type: 'json' };

export const ENGLISH = {
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

/** A language that lacks a sentence is a compile error. */
export type Messages = {
  readonly [Part in keyof typeof ENGLISH]: { readonly [Key in keyof (typeof ENGLISH)[Part]]: string };
};
