import { useLiveQuery } from 'dexie-react-hooks';
import type { Consent } from '@/utils/account/consent';
import { answerAsGuest, readGuestConsents } from '@/utils/account/guest-consents';
import type { AccountWorld } from '@/utils/account/ports';
import { answerConsent } from '@/utils/account/profile';
import type { Session } from '@/utils/account/session';

export type Answer = Pick<Consent, 'purpose' | 'given'>;

/** What was answered by who is here, oldest first, and a way to answer; undefined until read. */
export function useConsents(world: AccountWorld, session: Session) {
  const guests = useLiveQuery(async () => readGuestConsents(world.db), [world]);
  return session.state === 'guest' ? guests : session.account.consents;
}

/** False when it could not be written, as for an account that was locked meanwhile. */
export async function giveAnswer(world: AccountWorld, session: Session, answer: Answer): Promise<boolean> {
  try {
    if (session.state !== 'guest') return (await answerConsent(world, answer)).ok;
    await answerAsGuest(world.db, { ...answer, policyVersion: world.policyVersion, at: world.now() });
    return true;
  } catch {
    return false;
  }
}
