/** What the secrets worker answers. Argon2id takes 0.3 s and zxcvbn's first verdict 0.4 s: too long for a page's thread. */
import { codeOf, type ErrorCode } from '../errors';
import { argon2id, type DeriveKey } from '../vault/argon2';
import { type JudgePassword, judgePassword, type Verdict } from './strength';

export type Question =
  | { readonly kind: 'derive'; readonly given: Parameters<DeriveKey> }
  | { readonly kind: 'judge'; readonly given: Parameters<JudgePassword> };

export type Asked = Question & { readonly id: number };

/** Errors lose their class on the way out of a worker, so only the code travels. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: Uint8Array | Verdict }
  | { readonly id: number; readonly ok: false; readonly code: ErrorCode };

/** Never rejects. */
export async function answer({ id, ...question }: Asked): Promise<Answer> {
  try {
    const value =
      question.kind === 'derive' ? await argon2id(...question.given) : await judgePassword(...question.given);
    return { id, ok: true, value };
  } catch (error) {
    return { id, ok: false, code: codeOf(error) };
  }
}
