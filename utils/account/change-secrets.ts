/** What needs the password again: a new password, a new recovery code, a new e-mail. The key pair and history stay. */
import { randomBytes } from '../vault/bytes';
import { formatRecoveryCode, RECOVERY_BYTES } from '../vault/recovery-code';
import { type SecretKind, type WrappedKey, wrapKey } from '../vault/wrapped-key';
import type { Refused, SecurityEvent, SignedOut, StoredAccount } from './account';
import { accountByEmail, changeAccount } from './account-store';
import { normaliseEmail } from './email';
import { emailHash } from './email-hash';
import { guessPassword, type Opened } from './guess';
import type { AccountWorld } from './ports';
import { sealEmail, type WeakPassword } from './register';
import { logEvent, renameInLog } from './security-log-store';
import { readProfile } from './session';

interface Done {
  readonly ok: true;
}

export async function changePassword(
  world: AccountWorld,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
): Promise<Done | Refused | SignedOut | WeakPassword> {
  const outcome = await guessPassword(world, password);
  if (!outcome.ok) return outcome;
  const { email, name } = await readProfile(outcome.account, outcome.privateKey);
  const verdict = await world.judge(newPassword, [email, name]);
  if (!verdict.strong) return { ok: false, reason: 'weak-password', verdict };
  const passwordWrap = await rewrap(world, outcome, 'password', newPassword);
  return save(world, outcome.account, { passwordWrap }, 'password-changed');
}

/** The old code stops working; the new one waits to be confirmed. */
export async function renewRecoveryCode(
  world: AccountWorld,
  password: string,
): Promise<{ readonly ok: true; readonly recoveryCode: string } | Refused | SignedOut> {
  const outcome = await guessPassword(world, password);
  if (!outcome.ok) return outcome;
  const { recoveryCode, change } = await newRecoveryCode(world, outcome);
  const saved = await save(world, outcome.account, change, 'code-renewed');
  return saved.ok ? { ok: true, recoveryCode } : saved;
}

export async function changeEmail(
  world: AccountWorld,
  { password, newEmail }: { readonly password: string; readonly newEmail: string },
): Promise<Done | Refused | SignedOut | { readonly ok: false; readonly reason: 'email-invalid' | 'email-taken' }> {
  const { db, browser } = world;
  const normalised = normaliseEmail(newEmail);
  if (normalised === null) return { ok: false, reason: 'email-invalid' };
  const outcome = await guessPassword(world, password);
  if (!outcome.ok) return outcome;
  const { id, publicKey, emailHash: before } = outcome.account;
  const change = { emailHash: await emailHash(normalised), email: await sealEmail(publicKey, id, normalised) };
  return db.transaction('rw', db.accounts, db.attempts, db.securityLog, async () => {
    const holder = await accountByEmail(db, change.emailHash);
    if (holder && holder.id !== id) return { ok: false, reason: 'email-taken' };
    if (!(await changeAccount(db, id, change))) return { ok: false, reason: 'signed-out' };
    if (before !== change.emailHash) await renameInLog(db, before, change.emailHash);
    await logEvent(db, { emailHash: change.emailHash, event: 'email-changed', at: world.now(), browser });
    return { ok: true };
  });
}

/** A new code around the same key, and what to write into the account's row for it. */
export async function newRecoveryCode(world: AccountWorld, opened: Opened) {
  const recoveryCode = formatRecoveryCode(randomBytes(RECOVERY_BYTES));
  const recoveryWrap = await rewrap(world, opened, 'recovery', recoveryCode);
  return { recoveryCode, change: { recoveryWrap, recoveryConfirmedAt: null } };
}

export async function rewrap(
  { argon2, derive }: AccountWorld,
  { account, privateKey }: Opened,
  kind: SecretKind,
  secret: string,
): Promise<WrappedKey> {
  return wrapKey(privateKey, argon2, { accountId: account.id, kind, secret, derive });
}

async function save(
  { db, browser, now }: AccountWorld,
  { id, emailHash }: StoredAccount,
  change: Partial<StoredAccount>,
  event: SecurityEvent,
): Promise<Done | SignedOut> {
  return db.transaction('rw', db.accounts, db.securityLog, async () => {
    if (!(await changeAccount(db, id, change))) return { ok: false, reason: 'signed-out' };
    await logEvent(db, { emailHash, event, at: now(), browser });
    return { ok: true };
  });
}
