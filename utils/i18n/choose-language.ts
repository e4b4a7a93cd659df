/** Loads a language and speaks it; the two that are not English are chunks of their own. */
import { ENGLISH, type Messages } from './english';
import { type Language, type LanguageWish, languageFor, localeFor } from './language';
import { speak } from './say';

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => ENGLISH,
  de: async () => (await import('./german')).GERMAN,
  'zh-CN': async () => (await import('./chinese')).CHINESE,
};

/** Resolves with the language spoken from now on, once it is loaded. */
export async function chooseLanguage(wish: LanguageWish, browserTags: readonly string[]): Promise<Language> {
  const language = languageFor(wish, browserTags);
  speak(await LOADERS[language](), localeFor(language, browserTags));
  return language;
}
