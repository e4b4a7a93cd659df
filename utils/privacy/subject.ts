/** Whom it concerns: the guest, or an account with the e-mail hash that its security log goes by. */
import type { StoredAccount } from '../account/account';
import { GUEST } from '../credits/ledger';

export interface Subject {
  /** An account's id, or `guest`. */
  readonly owner: string;
  readonly emailHash: string | null;
}

export const GUEST_SUBJECT: Subject = { owner: GUEST, emailHash: null };

export function subjectOf({ id, emailHash }: Pick<StoredAccount, 'id' | 'emailHash'>): Subject {
  return { owner: id, emailHash };
}
