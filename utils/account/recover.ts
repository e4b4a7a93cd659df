/** The way back in for who forgot the password: the recovery code sets a new one, and is replaced itself. */
import { readRecoveryCode } from '../vault/recovery-code';
import type { Refused } from './account';
import { changeAccount } from './account-store';
import { newRecoveryCode, rewrap } from './change-secrets';
import { emailHash } from './email-hash';
import { guess } from './guess';
import type { AccountWorld } from './ports';
import type { WeakPassword } from './register';
import { enter } from './session';

export interface Recovery {
  readonly email: string;
  readonly code: string;
  readonly newPassword: string;
}

export type Recovered =
  /** The new code, shown once like the first: the old one was typed and may have been seen. */
  | { readonly ok: true; readonly accountId: string; readonly recoveryCode: string }
  /** Told by the code alone, before anything is charged. */
  | { readonly ok: false; readonly reason: 'code-incomplete' | 'code-mistyped' }
  | WeakPassword
  | Refused;

/** @throws MatteError account-damaged, key-failed */
export async function recover(world: AccountWorld, { email, code, newPassword }: Recovery): Promise<Recovered> {
  const read = readRecoveryCode(code);
  if (!read.ok) return { ok: false, reason: `code-${read.reason}` };
  const verdict = await world.judge(newPassword, [email]);
  if (!verdict.strong) return { ok: false, reason: 'weak-password', verdict };
  const opened = await guess(world, { emailHash: await emailHash(email), kind: 'recovery', secret: read.code });
  if (!opened.ok) return opened;
  const passwordWrap = await rewrap(world, opened, 'password', newPassword);
  const { recoveryCode, change } = await newRecoveryCode(world, opened);
  const { id } = opened.account;
  // Deleted in another tab meanwhile: then there is no such account, and no more is said.
  if (!(await changeAccount(world.db, id, { ...change, passwordWrap }))) {
    return { ok: false, reason: 'wrong', waitMs: 0 };
  }
  await enter(world, opened, 'recovered');
  return { ok: true, accountId: id, recoveryCode };
}
