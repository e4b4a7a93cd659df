/** Accounts in plain words. Pure. */

import type { Recovered } from '@/utils/account/recover';
import type { Registered } from '@/utils/account/register';
import type { Verdict } from '@/utils/account/strength';

/** Why a form was not taken, and for how long it takes no other. */
export interface Refusal {
  readonly sentence: string;
  readonly waitMs?: number;
}

type Reason = Exclude<Registered | Recovered, { readonly ok: true }>['reason'] | 'signed-out';

/** By which secret it was tried. `login` does not say which of the two is wrong. */
export type Tried = 'login' | 'unlock' | 'code';

const WRONG: Readonly<Record<Tried, string>> = {
  login: 'E-mail or password is wrong. Check both, then try again.',
  unlock: 'That is not the password of this account. Try again.',
  code: 'E-mail or recovery code is wrong. Check both, then try again.',
};

const SENTENCES: Readonly<Record<Exclude<Reason, 'wrong'>, string>> = {
  'code-incomplete': 'The recovery code is longer: seven groups of four characters.',
  'code-mistyped': 'There is a slip in the recovery code. Compare it character by character.',
  'email-invalid': 'This is no e-mail address. Check it for slips.',
  'email-taken': 'There is an account with this e-mail on this browser. Sign in instead.',
  'majority-missing': 'Say whether you are of age, or have the consent of a parent or guardian.',
  'policy-missing': 'An account needs your consent to the policy.',
  'signed-out': 'You were signed out in another window. Sign in again.',
  wait: 'Too many wrong tries. Wait a moment, then try again.',
  'weak-password': 'This password is too easy to guess. Make it longer, with words that do not belong together.',
};

export function describeRefusal(
  { reason, waitMs = 0 }: { readonly reason: Reason; readonly waitMs?: number },
  tried: Tried,
): Refusal {
  return { sentence: reason === 'wrong' ? WRONG[tried] : SENTENCES[reason], waitMs };
}

const STRENGTH = [
  'Very easy to guess',
  'Easy to guess',
  'Almost strong enough',
  'Strong enough',
  'Very strong',
] as const;

/** @param verdict null while there is nothing to judge */
export function describeStrength(verdict: Verdict | null): { readonly words: string; readonly advice: string } {
  if (!verdict) return { words: 'Several unrelated words make a strong password.', advice: '' };
  const advice = verdict.strong ? '' : [verdict.warning, verdict.suggestions[0]].filter(Boolean).join(' ');
  return { words: STRENGTH[verdict.score] ?? STRENGTH[0], advice };
}

/** `0:05`, `15:00`; never 0:00 while there is something left. */
export function describeWait(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
