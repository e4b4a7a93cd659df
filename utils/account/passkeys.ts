/**
 * Passkeys: further wrappings of the private key, beside those of password and recovery code. Adding one needs the
 * password; opening needs the authenticator and its user, so nothing can be guessed here and nothing is charged.
 */
import { matteError } from '../errors';
import { type Bytes, randomBytes, sameBytes } from '../vault/bytes';
import { isPair } from '../vault/hpke';
import { PRF_SALT_BYTES, unwrapByPrf, wrapByPrf } from '../vault/prf-wrap';
import type { Refused, SignedOut, StoredAccount, StoredPasskey } from './account';
import { seatedAccount } from './account-store';
import { guessPassword, type Opened } from './guess';
import type { AccountWorld } from './ports';
import { type Changed, whenUnlocked } from './profile';
import { logEvent } from './security-log-store';
import { enter } from './session';

export interface NoPasskey {
  readonly ok: false;
  readonly reason:
    | 'passkey-cancelled'
    /** This authenticator already has one for this account. */
    | 'passkey-known'
    /** It answered, and what it said opens nothing here. */
    | 'passkey-strange'
    | 'passkey-unsupported';
}

/** What a passkey answered: `secret` is its PRF of the salt, 32 bytes. */
export type PasskeyAnswer = { readonly ok: true; readonly id: Bytes; readonly secret: Bytes } | NoPasskey;

/** The browser's prompt. Never rejects for what people do. */
export interface PasskeyDevice {
  create(wish: {
    readonly salt: Bytes;
    readonly known: readonly Bytes[];
    readonly name: string;
  }): Promise<PasskeyAnswer>;
  read(asked: readonly { readonly id: Bytes; readonly salt: Bytes }[]): Promise<PasskeyAnswer>;
}

/** @throws MatteError account-damaged, key-failed */
export async function addPasskey(
  world: AccountWorld,
  device: PasskeyDevice,
  password: string,
): Promise<{ readonly ok: true } | Refused | SignedOut | NoPasskey> {
  const opened = await guessPassword(world, password);
  if (!opened.ok) return opened;
  const { account, privateKey } = opened;
  const createdAt = world.now();
  const salt = randomBytes(PRF_SALT_BYTES);
  const known = passkeysOf(account).map(({ id }) => id);
  const name = `Matte ${new Date(createdAt).toISOString().slice(0, 10)}`;
  const answer = await device.create({ salt, known, name });
  if (!answer.ok) return answer;
  const wrap = await wrapByPrf(privateKey, salt, { accountId: account.id, secret: answer.secret });
  answer.secret.fill(0);
  const passkey: StoredPasskey = { id: answer.id, wrap, browser: world.browser, createdAt };
  const isStored = await change(world, account, 'passkey-added', (before) => [...before, passkey]);
  return isStored ? { ok: true } : { ok: false, reason: 'signed-out' };
}

/** @throws MatteError account-damaged */
export async function unlockByPasskey(
  world: AccountWorld,
  device: PasskeyDevice,
): Promise<Opened | SignedOut | NoPasskey> {
  const asked = await seatedAccount(world.db);
  if (!asked) return { ok: false, reason: 'signed-out' };
  const answer = await device.read(passkeysOf(asked).map(({ id, wrap }) => ({ id, salt: wrap.salt })));
  if (!answer.ok) return answer;
  // The prompt may have stood there for a minute.
  const account = await seatedAccount(world.db);
  if (account?.id !== asked.id) return { ok: false, reason: 'signed-out' };
  const passkey = passkeysOf(account).find(({ id }) => sameBytes(id, answer.id));
  const privateKey = passkey && (await unwrapByPrf(passkey.wrap, { accountId: account.id, secret: answer.secret }));
  answer.secret.fill(0);
  if (!privateKey) return { ok: false, reason: 'passkey-strange' };
  if (!(await isPair({ publicKey: account.publicKey, privateKey }))) throw matteError('account-damaged', 'key pair');
  const opened: Opened = { ok: true, account, privateKey };
  await enter(world, opened, 'passkey-unlocked');
  return opened;
}

/** Here it opens nothing from now on; the authenticator keeps its half, which is worth nothing alone. */
export async function removePasskey(world: AccountWorld, id: Bytes): Promise<Changed> {
  return whenUnlocked(world, async (account) => {
    await change(world, account, 'passkey-removed', (before) => before.filter((passkey) => !sameBytes(passkey.id, id)));
  });
}

export function passkeysOf(account: StoredAccount): readonly StoredPasskey[] {
  return account.passkeys ?? [];
}

async function change(
  { db, browser, now }: AccountWorld,
  { id, emailHash }: StoredAccount,
  event: 'passkey-added' | 'passkey-removed',
  next: (before: readonly StoredPasskey[]) => readonly StoredPasskey[],
): Promise<boolean> {
  return db.transaction('rw', db.accounts, db.securityLog, async () => {
    const account = await db.accounts.get(id);
    if (!account) return false;
    await db.accounts.put({ ...account, passkeys: next(passkeysOf(account)) });
    await logEvent(db, { emailHash, event, at: now(), browser });
    return true;
  });
}
