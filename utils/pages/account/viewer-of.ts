import type { Session } from '@/utils/account/session';
import { GUEST } from '@/utils/credits/ledger';

/** Whose pictures, and whether they open. */
export interface Viewer {
  /** An account's id, or `guest`. */
  readonly owner: string;
  readonly isLocked: boolean;
}

/** Whose history is shown, and whether it opens; undefined until it is known. */
export function viewerOf(session: Session | undefined): Viewer | undefined {
  if (!session) return undefined;
  if (session.state === 'guest') return { owner: GUEST, isLocked: false };
  return { owner: session.account.id, isLocked: session.state === 'locked' };
}
