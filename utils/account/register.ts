/** A guest becomes an account, in one transaction: what the guest has goes with it. */
import { type Bytes, padText, randomBytes, utf8 } from '../vault/bytes';
import { createKeyPair, type KeyPair, sealBytes } from '../vault/hpke';
import { formatRecoveryCode, RECOVERY_BYTES } from '../vault/recovery-code';
import { wrapKey } from '../vault/wrapped-key';
import { emailRecord, nameRecord, type StoredAccount } from './account';
import { accountByEmail } from './account-store';
import type { Consent, Majority } from './consent';
import { normaliseEmail } from './email';
import { emailHash } from './email-hash';
import type { AccountWorld, GuestAdopter } from './ports';
import { holdKey, seat } from './session';
import type { Verdict } from './strength';

export interface RegistrationForm {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** null while neither statement was made. */
  readonly majority: Majority | null;
  /** The policy that was agreed to; null for none. */
  readonly policyVersion: string | null;
  readonly statistics: boolean;
}

export type Registered =
  /** `recoveryCode` is shown once; nothing keeps it. */
  | { readonly ok: true; readonly accountId: string; readonly recoveryCode: string }
  | { readonly ok: false; readonly reason: 'email-invalid' | 'email-taken' | 'majority-missing' | 'policy-missing' }
  | WeakPassword;

export interface WeakPassword {
  readonly ok: false;
  readonly reason: 'weak-password';
  readonly verdict: Verdict;
}

/** E-mails and names are padded to this, so that their sealed lengths say little. */
const PROFILE_BYTES = 256;
/** In every script at most 4 bytes each: fits the padding. */
export const MAX_NAME_CHARS = 60;

/** @throws MatteError key-failed, storage-full */
export async function register(world: AccountWorld, form: RegistrationForm): Promise<Registered> {
  const email = normaliseEmail(form.email);
  if (email === null) return { ok: false, reason: 'email-invalid' };
  if (form.majority === null) return { ok: false, reason: 'majority-missing' };
  if (form.policyVersion !== world.policyVersion) return { ok: false, reason: 'policy-missing' };
  const verdict = await world.judge(form.password, [email, form.name]);
  if (!verdict.strong) return { ok: false, reason: 'weak-password', verdict };
  if (await accountByEmail(world.db, await emailHash(email))) return { ok: false, reason: 'email-taken' };

  const keys = await createKeyPair();
  const recoveryCode = formatRecoveryCode(randomBytes(RECOVERY_BYTES));
  const account = await buildAccount(world, { ...form, email, majority: form.majority }, keys, recoveryCode);
  const preparing = world.adopters.filter((adopter) => adopter.prepare);
  for (const adopter of preparing) await adopter.prepare?.(account);
  const stored = await store(world, account);
  if (!stored) return { ok: false, reason: 'email-taken' };
  await holdKey(world, account.id, { privateKey: keys.privateKey, before: stored.before });
  for (const adopter of preparing) await adoptLate(world, adopter, account);
  return { ok: true, accountId: account.id, recoveryCode };
}

export async function sealEmail(publicKey: Bytes, accountId: string, email: string): Promise<Bytes> {
  return sealBytes(publicKey, emailRecord(accountId), utf8(padText(email, PROFILE_BYTES)));
}

export async function sealName(publicKey: Bytes, accountId: string, name: string): Promise<Bytes> {
  const shown = [...name.trim()].slice(0, MAX_NAME_CHARS).join('');
  return sealBytes(publicKey, nameRecord(accountId), utf8(padText(shown, PROFILE_BYTES)));
}

type CheckedForm = RegistrationForm & { readonly majority: Majority };

async function buildAccount(
  { argon2, derive, now, policyVersion }: AccountWorld,
  form: CheckedForm,
  { publicKey, privateKey }: KeyPair,
  recoveryCode: string,
): Promise<StoredAccount> {
  const id = crypto.randomUUID();
  const at = now();
  const consents: Consent[] = [
    { purpose: 'policy', given: true, policyVersion, at },
    { purpose: 'statistics', given: form.statistics, policyVersion, at },
  ];
  const base = { accountId: id, derive };
  return {
    id,
    emailHash: await emailHash(form.email),
    publicKey,
    passwordWrap: await wrapKey(privateKey, argon2, { ...base, kind: 'password', secret: form.password }),
    recoveryWrap: await wrapKey(privateKey, argon2, { ...base, kind: 'recovery', secret: recoveryCode }),
    recoveryConfirmedAt: null,
    email: await sealEmail(publicKey, id, form.email),
    name: await sealName(publicKey, id, form.name),
    majority: form.majority,
    consents,
    createdAt: at,
  };
}

/** null when another tab took the e-mail meanwhile: the guest keeps everything. */
async function store(world: AccountWorld, account: StoredAccount): Promise<{ readonly before: string | null } | null> {
  const { db, adopters } = world;
  const adopted = adopters.flatMap((adopter) => adopter.tables);
  return db.transaction('rw', [...new Set([db.accounts, db.signedIn, db.securityLog, ...adopted])], async () => {
    if (await accountByEmail(db, account.emailHash)) return null;
    await db.accounts.add(account);
    for (const adopter of adopters) await adopter.adopt(account.id);
    return { before: await seat(world, account, 'registered') };
  });
}

/** What a guest's job brought while the rest was prepared. */
async function adoptLate({ db }: AccountWorld, adopter: GuestAdopter, account: StoredAccount): Promise<void> {
  await adopter.prepare?.(account);
  await db.transaction('rw', [...adopter.tables], () => adopter.adopt(account.id));
}
