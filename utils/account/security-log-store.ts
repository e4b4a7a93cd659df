/** The security log and the counts of wrong guesses: both go by the e-mail's hash, both are kept 30 days. */
import type { MatteDb } from '../db';
import type { SecurityEvent, StoredSecurityEvent } from './account';
import { charge } from './backoff';

export const SECURITY_LOG_MS = 30 * 24 * 3_600_000;

export interface Happened {
  readonly emailHash: string;
  readonly event: SecurityEvent;
  readonly at: number;
  readonly browser: string;
}

export async function logEvent(db: MatteDb, happened: Happened): Promise<void> {
  await db.securityLog.add(happened);
}

/** Newest first. */
export async function readSecurityLog(db: MatteDb, emailHash: string): Promise<StoredSecurityEvent[]> {
  return (await db.securityLog.where('emailHash').equals(emailHash).sortBy('id')).reverse();
}

/** Drops what is older than 30 days. What a wrong clock wrote into the future counts from now on. */
export async function pruneSecurityLog(db: MatteDb, now: number): Promise<void> {
  await db.transaction('rw', db.securityLog, db.attempts, async () => {
    await db.securityLog.where('at').above(now).modify({ at: now });
    await db.attempts.where('since').above(now).modify({ since: now });
    await db.securityLog
      .where('at')
      .belowOrEqual(now - SECURITY_LOG_MS)
      .delete();
    await db.attempts
      .where('since')
      .belowOrEqual(now - SECURITY_LOG_MS)
      .delete();
  });
}

/**
 * Charges one guess, before it is looked at and whoever else is guessing now.
 * @returns how long this one has to wait, 0 when it may be looked at
 */
export async function chargeAttempt(db: MatteDb, emailHash: string, now: number): Promise<number> {
  return db.transaction('rw', db.attempts, async () => {
    const { attempts, waitMs } = charge(emailHash, await db.attempts.get(emailHash), now);
    await db.attempts.put(attempts);
    return waitMs;
  });
}

export async function forgiveAttempts(db: MatteDb, emailHash: string): Promise<void> {
  await db.attempts.delete(emailHash);
}

/** After an e-mail was changed: its account keeps its log. Call inside a transaction over both tables. */
export async function renameInLog(db: MatteDb, from: string, to: string): Promise<void> {
  await db.securityLog.where('emailHash').equals(from).modify({ emailHash: to });
  await db.attempts.delete(from);
}
