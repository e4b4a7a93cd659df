/** Accounts in plain words. Pure. */

import type { NoPasskey } from '@/utils/account/passkeys';
import type { Recovered } from '@/utils/account/recover';
import type { Registered } from '@/utils/account/register';
import type { Verdict } from '@/utils/account/strength';
import { joinSentences } from '@/utils/i18n/join-sentences';
import { say } from '@/utils/i18n/say';

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

export interface Refused {
  readonly reason: Reason;
  readonly waitMs?: number;
  /** Of a weak password: what would make it better. */
  readonly verdict?: Verdict;
}

export function describeRefusal({ reason, waitMs = 0, verdict }: Refused, tried: Tried): Refusal {
  const sentence = reason === 'wrong' ? say(`pages.wrong.${tried}`) : say(`pages.refused.${reason}`);
  return { sentence: joinSentences([sentence, verdict ? adviceOf(verdict) : '']), waitMs };
}

const STRENGTH = [
  'pages.strength.0',
  'pages.strength.1',
  'pages.strength.2',
  'pages.strength.3',
  'pages.strength.4',
] as const;

/** @param verdict null while there is nothing to judge */
export function describeStrength(verdict: Verdict | null): { readonly words: string; readonly advice: string } {
  if (!verdict) return { words: say('pages.strengthHint'), advice: '' };
  return { words: say(STRENGTH[verdict.score] ?? STRENGTH[0]), advice: adviceOf(verdict) };
}

function adviceOf({ strong, warning, suggestions: [suggestion] }: Verdict): string {
  if (strong) return '';
  const wrong = warning ? say(`pages.passwordIs-${warning}`) : '';
  return joinSentences([wrong, suggestion ? say(`pages.password-${suggestion}`) : '']);
}

/** `0:05`, `15:00`; never 0:00 while there is something left. */
export function describeWait(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
