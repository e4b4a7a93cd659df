import type { Session } from '@/utils/account/session';
import { GUEST } from '@/utils/credits/ledger';
import type { Viewer } from '../read-stored';

/** Whose history is shown, and whether it opens; undefined until it is known. */
export function viewerOf(session: Session | undefined): Viewer | undefined {
  if (!session) return undefined;
  if (session.state === 'guest') return { owner: GUEST, isLocked: false };
  return { owner: session.account.id, isLocked: session.state === 'locked' };
}
