/** Which languages Matte speaks, and which of them somebody wants. Pure. */
export const LANGUAGES = ['en', 'de', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_WISHES = ['auto', ...LANGUAGES] as const;
export type LanguageWish = (typeof LANGUAGE_WISHES)[number];

/** A language's name for itself: whoever looks for it may read no other. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', 'zh-CN': '简体中文' };

/**
 * The language for a wish; `auto` takes the first of the browser's own (BCP 47, best first) that Matte speaks, else English.
 * Any Chinese is served with the simplified one: it is closer than English.
 */
export function languageFor(wish: LanguageWish, browserTags: readonly string[]): Language {
  if (wish !== 'auto') return wish;
  const known = browserTags.map(languageOf).find((language) => language !== undefined);
  return known ?? 'en';
}

/** The reader's own region where it speaks that language (`de-AT`, `en-GB`), else the language alone. */
export function localeFor(language: Language, browserTags: readonly string[]): string {
  return browserTags.find((tag) => languageOf(tag) === language) ?? language;
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.split('-')[0] === primary);
}
