/** In, by password: from anywhere with the e-mail, or back into the account that is locked here. */
import { codeOf } from '../errors';
import { raised } from '../vault/argon2-params';
import { sameBytes } from '../vault/bytes';
import { type WrappedKey, wrapKey } from '../vault/wrapped-key';
import type { Refused, SignedOut } from './account';
import { emailHash } from './email-hash';
import { guess, guessPassword, type Opened } from './guess';
import type { AccountWorld } from './ports';
import { logEvent } from './security-log-store';
import { enter } from './session';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** @throws MatteError account-damaged, key-failed */
export async function login(world: AccountWorld, { email, password }: Credentials): Promise<Opened | Refused> {
  const outcome = await guess(world, { emailHash: await emailHash(email), kind: 'password', secret: password });
  if (!outcome.ok) return outcome;
  await enter(world, outcome, 'login');
  await strengthen(world, outcome, password);
  return outcome;
}

/** @throws MatteError account-damaged, key-failed */
export async function unlock(world: AccountWorld, password: string): Promise<Opened | Refused | SignedOut> {
  const outcome = await guessPassword(world, password);
  if (!outcome.ok) return outcome;
  await enter(world, outcome, 'unlocked');
  await strengthen(world, outcome, password);
  return outcome;
}

/** Raises the cost of guessing to today's; only now is the password here to do it. */
async function strengthen(world: AccountWorld, { account, privateKey }: Opened, secret: string): Promise<void> {
  const argon2 = raised(account.passwordWrap.argon2, world.argon2);
  if (!argon2) return;
  const wrapping = { accountId: account.id, kind: 'password', secret, derive: world.derive } as const;
  const passwordWrap = await wrapKey(privateKey, argon2, wrapping).catch(exceptForMemory);
  if (!passwordWrap) return;
  const { db, browser } = world;
  await db.transaction('rw', db.accounts, db.securityLog, async () => {
    const now = await db.accounts.get(account.id);
    // Another tab may have changed the password since: this wrapping would bring the old one back.
    if (!now || !sameBytes(now.passwordWrap.salt, account.passwordWrap.salt)) return;
    await db.accounts.put({ ...now, passwordWrap });
    await logEvent(db, { emailHash: now.emailHash, event: 'key-strengthened', at: world.now(), browser });
  });
}

/** A machine that cannot afford the new cost keeps the old one: the account is open already. */
function exceptForMemory(error: unknown): WrappedKey | null {
  if (codeOf(error) === 'key-failed') return null;
  throw error;
}
