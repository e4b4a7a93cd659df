/** What an unlocked account changes without its password: name, consents, and that its recovery code was noted. */
import type { StoredAccount } from './account';
import { changeAccount } from './account-store';
import type { Consent } from './consent';
import type { AccountWorld } from './ports';
import { sealName } from './register';
import { logEvent } from './security-log-store';
import { readSession } from './session';

export type Changed = { readonly ok: true } | { readonly ok: false; readonly reason: 'locked' };

/** Longer names are cut to MAX_NAME_CHARS. */
export async function changeName(world: AccountWorld, name: string): Promise<Changed> {
  return whenUnlocked(world, async ({ id, emailHash, publicKey }) => {
    await changeAccount(world.db, id, { name: await sealName(publicKey, id, name) });
    await logEvent(world.db, { emailHash, event: 'name-changed', at: world.now(), browser: world.browser });
  });
}

/** The user typed part of the code: it was written down. */
export async function confirmRecoveryCode(world: AccountWorld): Promise<Changed> {
  return whenUnlocked(world, async ({ id }) => {
    await changeAccount(world.db, id, { recoveryConfirmedAt: world.now() });
  });
}

/** Adds an answer; earlier ones stay, as the proof of what was agreed to when. */
export async function answerConsent(
  world: AccountWorld,
  { purpose, given }: Pick<Consent, 'purpose' | 'given'>,
): Promise<Changed> {
  const consent: Consent = { purpose, given, policyVersion: world.policyVersion, at: world.now() };
  return whenUnlocked(world, async ({ id }) => {
    await world.db.accounts
      .where('id')
      .equals(id)
      .modify((row) => {
        Object.assign(row, { consents: [...row.consents, consent] });
      });
  });
}

/** For whatever an unlocked account may change without its password. */
export async function whenUnlocked(
  world: AccountWorld,
  change: (account: StoredAccount) => Promise<void>,
): Promise<Changed> {
  const session = await readSession(world);
  if (session.state !== 'unlocked') return { ok: false, reason: 'locked' };
  await change(session.account);
  return { ok: true };
}
