import type { Session } from '@/utils/account/session';

/** A recovery code that was just made, on its way to being noted. */
export interface IssuedCode {
  readonly accountId: string;
  readonly recoveryCode: string;
}

/** The code to show now: to its own account alone, and only while that is unlocked. */
export function codeFor(session: Session, issued: IssuedCode | null): string | null {
  if (session.state !== 'unlocked' || session.account.id !== issued?.accountId) return null;
  return issued.recoveryCode;
}
