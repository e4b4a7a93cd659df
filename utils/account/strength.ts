/** Whether a password is good enough, by zxcvbn-ts. Its dictionaries (1.6 MB) are loaded when first asked. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What zxcvbn calls what is wrong; the page says it (`pages.passwordIs-…`). */
export const WARNINGS = [
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
  'topTen',
  'topHundred',
  'common',
  'similarToCommon',
  'wordByItself',
  'namesByThemselves',
  'commonNames',
  'userInputs',
  'pwned',
] as const;
export type PasswordWarning = (typeof WARNINGS)[number];

/** What zxcvbn calls what would help (`pages.password-…`). */
export const SUGGESTIONS = [
  'l33t',
  'reverseWords',
  'allUppercase',
  'capitalization',
  'dates',
  'recentYears',
  'associatedYears',
  'sequences',
  'repeated',
  'longerKeyboardPattern',
  'anotherWord',
  'useWords',
  'noNeed',
  'pwned',
] as const;
export type PasswordSuggestion = (typeof SUGGESTIONS)[number];

export interface Verdict {
  readonly strong: boolean;
  /** 0 to 4; zxcvbn calls 3 "safely unguessable: moderate protection from offline slow-hash scenario". */
  readonly score: number;
  readonly warning: PasswordWarning | null;
  readonly suggestions: readonly PasswordSuggestion[];
}

/** @param about what an attacker would try first: e-mail, name */
export type JudgePassword = (password: string, about: readonly string[]) => Promise<Verdict>;

const STRONG_SCORE = 3;

let zxcvbn: ZxcvbnFactory | null = null;

export const judgePassword: JudgePassword = async (password, about) => {
  zxcvbn ??= await loadZxcvbn();
  const parts = about
    .flatMap((text) => [text, ...text.split('@'), ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((text) => text.length > 2);
  const { score, feedback } = zxcvbn.check(password, ['matte', ...parts]);
  return {
    strong: score >= STRONG_SCORE,
    score,
    warning: WARNINGS.find((name) => name === feedback.warning) ?? null,
    suggestions: feedback.suggestions.flatMap((said) => SUGGESTIONS.find((name) => name === said) ?? []),
  };
};

async function loadZxcvbn(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    // A worker speaks no language: names go in, so that names come out.
    translations: {
      ...english.translations,
      warnings: named(english.translations.warnings),
      suggestions: named(english.translations.suggestions),
    },
  });
}

function named<Sentences extends object>(sentences: Sentences): { [Name in keyof Sentences]: string } {
  return Object.fromEntries(Object.keys(sentences).map((name) => [name, name])) as {
    [Name in keyof Sentences]: string;
  };
}
