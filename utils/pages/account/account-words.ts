/** Accounts in plain words. Pure. */

import type { NoPasskey } from '@/utils/account/passkeys';
import type { Recovered } from '@/utils/account/recover';
import type { Registered } from '@/utils/account/register';
import type { Verdict } from '@/utils/account/strength';

/** Why a form was not taken, and for how long it takes no other. */
export interface Refusal {
  readonly sentence: string;
  readonly waitMs?: number;
}

type Reason =
  | Exclude<Registered | Recovered, { readonly ok: true }>['reason']
  | NoPasskey['reason']
  | 'locked'
  | 'signed-out';

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
  locked: 'Your account was locked meanwhile. Unlock it, then try again.',
  'majority-missing': 'Say whether you are of age, or have the consent of a parent or guardian.',
  'passkey-cancelled': 'The passkey was not used. Try again, or use your password.',
  'passkey-known': 'This device already has a passkey for this account.',
  'passkey-strange': 'This passkey does not open this account any more. Use your password, then add it anew.',
  'passkey-unsupported': 'This passkey cannot keep a secret for Matte. Use another device, or your password.',
  'policy-missing': 'An account needs your consent to the policy.',
  'signed-out': 'You were signed out in another window. Sign in again.',
  wait: 'Too many wrong tries. Wait a moment, then try again.',
  'weak-password': 'This password is too easy to guess. Make it longer, with words that do not belong together.',
};

export interface Refused {
  readonly reason: Reason;
  readonly waitMs?: number;
  /** Of a weak password: what would make it better. */
  readonly verdict?: Verdict;
}

export function describeRefusal({ reason, waitMs = 0, verdict }: Refused, tried: Tried): Refusal {
  const sentence = reason === 'wrong' ? WRONG[tried] : SENTENCES[reason];
  return { sentence: [sentence, verdict && adviceOf(verdict)].filter(Boolean).join(' '), waitMs };
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
  return { words: STRENGTH[verdict.score] ?? STRENGTH[0], advice: adviceOf(verdict) };
}

function adviceOf({ strong, warning, suggestions: [suggestion] }: Verdict): string {
  return strong ? '' : [warning, suggestion].filter(Boolean).join(' ');
}

/** `0:05`, `15:00`; never 0:00 while there is something left. */
export function describeWait(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
