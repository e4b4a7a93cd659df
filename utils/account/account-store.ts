/** Accounts in Dexie, and which of them sits at this browser. No crypto: rows go in and out as they are. */
import type { MatteDb } from '../db';
import type { StoredAccount } from './account';

export async function accountByEmail(db: MatteDb, emailHash: string): Promise<StoredAccount | undefined> {
  return db.accounts.where('emailHash').equals(emailHash).first();
}

/** Who is signed in, locked or not; undefined for a guest. */
export async function seatedAccount(db: MatteDb): Promise<StoredAccount | undefined> {
  const seat = await db.signedIn.get('browser');
  return seat && db.accounts.get(seat.accountId);
}

/** @returns who sat there before, or null */
export async function takeSeat(db: MatteDb, accountId: string): Promise<string | null> {
  const before = await db.signedIn.get('browser');
  await db.signedIn.put({ seat: 'browser', accountId });
  return before?.accountId ?? null;
}

export async function leaveSeat(db: MatteDb): Promise<void> {
  await db.signedIn.delete('browser');
}

/** Changes some fields and leaves those that another tab changes now. False when the account is gone. */
export async function changeAccount(db: MatteDb, id: string, change: Partial<StoredAccount>): Promise<boolean> {
  return (await db.accounts.where('id').equals(id).modify(change)) > 0;
}

/** Takes an account out of its tables; what it owns elsewhere is its owners' business. */
export async function dropAccount(db: MatteDb, account: StoredAccount): Promise<void> {
  await db.transaction('rw', db.accounts, db.attempts, db.securityLog, db.signedIn, async () => {
    await db.accounts.delete(account.id);
    await db.attempts.delete(account.emailHash);
    await db.securityLog.where('emailHash').equals(account.emailHash).delete();
    if ((await db.signedIn.get('browser'))?.accountId === account.id) await leaveSeat(db);
  });
}
