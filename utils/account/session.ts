/** Who is here and what is open: guest, an account that is locked, an account that is unlocked. */
import { type Bytes, unpadText } from '../vault/bytes';
import { openBytes } from '../vault/hpke';
import { emailRecord, nameRecord, type SecurityEvent, type StoredAccount } from './account';
import { leaveSeat, seatedAccount, takeSeat } from './account-store';
import type { Opened } from './guess';
import type { AccountWorld } from './ports';
import { logEvent } from './security-log-store';

export type Session =
  | { readonly state: 'guest' }
  | { readonly state: 'locked'; readonly account: StoredAccount }
  | {
      readonly state: 'unlocked';
      readonly account: StoredAccount;
      readonly privateKey: Bytes;
      readonly email: string;
      readonly name: string;
    };

/** @throws MatteError vault-damaged, account-damaged when the profile does not open */
export async function readSession({ db, keys }: Pick<AccountWorld, 'db' | 'keys'>): Promise<Session> {
  const account = await seatedAccount(db);
  if (!account) return { state: 'guest' };
  const privateKey = await keys.get(account.id);
  if (!privateKey) return { state: 'locked', account };
  return { state: 'unlocked', account, privateKey, ...(await readProfile(account, privateKey)) };
}

export async function readProfile(
  account: StoredAccount,
  privateKey: Bytes,
): Promise<{ readonly email: string; readonly name: string }> {
  const [email, name] = await Promise.all([
    openBytes(privateKey, emailRecord(account.id), account.email),
    openBytes(privateKey, nameRecord(account.id), account.name),
  ]);
  return { email: unpadText(email), name: unpadText(name) };
}

/** Seats an account and unlocks it; whoever sat there before is signed out and locked. */
export async function enter(world: AccountWorld, { account, privateKey }: Opened, event: SecurityEvent): Promise<void> {
  const { db } = world;
  const before = await db.transaction('rw', db.signedIn, db.securityLog, async () => seat(world, account, event));
  await holdKey(world, account.id, { privateKey, before });
}

/** The rows of it. Call inside a transaction over `signedIn` and `securityLog`. @returns who sat there before, or null */
export async function seat(world: AccountWorld, account: StoredAccount, event: SecurityEvent): Promise<string | null> {
  await logEvent(world.db, entry(world, account, event));
  return takeSeat(world.db, account.id);
}

/** The key of it, and the end of the key of whoever sat there `before`. */
export async function holdKey(
  { keys }: AccountWorld,
  accountId: string,
  { privateKey, before }: { readonly privateKey: Bytes; readonly before: string | null },
): Promise<void> {
  if (before !== null && before !== accountId) await keys.drop(before);
  await keys.put(accountId, privateKey);
}

/** Less than a whole world: a service worker locks, too. */
export type LockWorld = Pick<AccountWorld, 'db' | 'keys' | 'browser' | 'now'>;

/** Jobs go on and land sealed; nothing opens until the password comes again. Works for a damaged account too. */
export async function lock(world: LockWorld): Promise<void> {
  const account = await seatedAccount(world.db);
  if (!account || !(await world.keys.get(account.id))) return;
  await world.keys.drop(account.id);
  await logEvent(world.db, entry(world, account, 'locked'));
}

/** Back to guest on this browser; the account and its history stay, sealed. */
export async function signOut(world: AccountWorld): Promise<void> {
  const { db, keys } = world;
  const account = await seatedAccount(db);
  if (!account) return;
  await keys.drop(account.id);
  await db.transaction('rw', db.signedIn, db.securityLog, async () => {
    await leaveSeat(db);
    await logEvent(db, entry(world, account, 'signed-out'));
  });
}

function entry({ browser, now }: LockWorld, { emailHash }: StoredAccount, event: SecurityEvent) {
  return { emailHash, event, at: now(), browser };
}
