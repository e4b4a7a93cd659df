/**
 * One guess at an account's secret: the only way to its private key. It is charged before it is looked at, and an unknown
 * e-mail costs the same computation and leaves the same rows as a wrong password.
 */
import { matteError } from '../errors';
import type { Bytes } from '../vault/bytes';
import { isPair } from '../vault/hpke';
import { decoyWrapping, type SecretKind, unwrapKey } from '../vault/wrapped-key';
import type { Refused, SignedOut, StoredAccount } from './account';
import { accountByEmail, seatedAccount } from './account-store';
import type { AccountWorld } from './ports';
import { chargeAttempt, forgiveAttempts, logEvent } from './security-log-store';

export interface Guess {
  readonly emailHash: string;
  readonly kind: SecretKind;
  readonly secret: string;
}

export interface Opened {
  readonly ok: true;
  readonly account: StoredAccount;
  readonly privateKey: Bytes;
}

const WRONG = { password: 'wrong-password', recovery: 'wrong-code' } as const;

/** @throws MatteError account-damaged, key-failed: the guess stays charged, as it would after a crash */
export async function guess(world: AccountWorld, { emailHash, kind, secret }: Guess): Promise<Opened | Refused> {
  const { db, derive, browser } = world;
  const waitMs = await chargeAttempt(db, emailHash, world.now());
  if (waitMs > 0) return { ok: false, reason: 'wait', waitMs };
  const account = await accountByEmail(db, emailHash);
  const wrapped = account?.[`${kind}Wrap`] ?? decoyWrapping(world.argon2);
  const privateKey = await unwrapKey(wrapped, { accountId: account?.id ?? crypto.randomUUID(), kind, secret, derive });
  if (!account || !privateKey) {
    await logEvent(db, { emailHash, event: WRONG[kind], at: world.now(), browser });
    return { ok: false, reason: 'wrong', waitMs: (await db.attempts.get(emailHash))?.waitMs ?? 0 };
  }
  // Whoever can write here could have put their own public key in the place of the account's.
  if (!(await isPair({ publicKey: account.publicKey, privateKey }))) throw matteError('account-damaged', 'key pair');
  await forgiveAttempts(db, emailHash);
  return { ok: true, account, privateKey };
}

/** The password of whoever is signed in, again. */
export async function guessPassword(world: AccountWorld, secret: string): Promise<Opened | Refused | SignedOut> {
  const account = await seatedAccount(world.db);
  if (!account) return { ok: false, reason: 'signed-out' };
  return guess(world, { emailHash: account.emailHash, kind: 'password', secret });
}

/** Password again, before what cannot be undone: export, deletion. The outcome is the permission; nothing keeps it. */
export async function verifyIdentity(world: AccountWorld, password: string): Promise<Opened | Refused | SignedOut> {
  const outcome = await guessPassword(world, password);
  if (outcome.ok) {
    const { emailHash } = outcome.account;
    await logEvent(world.db, { emailHash, event: 'verified', at: world.now(), browser: world.browser });
  }
  return outcome;
}
