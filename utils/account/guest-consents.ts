/** What a guest agreed to: nothing but statistics can be asked of one. It lies among the settings, and is never trusted. */
import type { MatteDb } from '../db';
import { type Consent, parseConsents } from './consent';

/** Among the settings. */
export const GUEST_CONSENTS = 'guestConsents';

/** Oldest first. Works inside a transaction over `settings`. */
export async function readGuestConsents(db: MatteDb): Promise<readonly Consent[]> {
  return parseConsents((await db.settings.get(GUEST_CONSENTS))?.value);
}

/** Adds an answer; earlier ones stay. */
export async function answerAsGuest(db: MatteDb, answer: Consent): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({ key: GUEST_CONSENTS, value: [...(await readGuestConsents(db)), answer] });
  });
}

/** Whoever is guest next is somebody who was never asked. */
export async function forgetGuestConsents(db: MatteDb): Promise<void> {
  await db.settings.delete(GUEST_CONSENTS);
}
