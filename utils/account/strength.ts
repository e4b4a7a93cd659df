/** Whether a password is good enough, by zxcvbn-ts. Its dictionaries (1.6 MB) are loaded when first asked. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

export interface Verdict {
  readonly strong: boolean;
  /** 0 to 4; zxcvbn calls 3 "safely unguessable: moderate protection from offline slow-hash scenario". */
  readonly score: number;
  readonly warning: string | null;
  readonly suggestions: readonly string[];
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
    warning: feedback.warning || null,
    suggestions: feedback.suggestions,
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
    translations: english.translations,
  });
}
