/** The log of what went wrong: on this device, 30 days, and no more rows than somebody could read. */
import type { MatteDb } from '../db';
import { codeOf, type ErrorCode } from '../errors';
import { DIAGNOSTICS_MS, MAX_DIAGNOSES, redact, type StoredDiagnosis } from './diagnostics';

export interface LogDeps {
  readonly db: MatteDb;
  /** Epoch ms. */
  readonly now: () => number;
}

export interface Fault {
  readonly code: ErrorCode;
  /** As it was said; it is redacted here. */
  readonly detail?: string;
  /** What is known not to be told. */
  readonly names?: readonly string[];
}

/** Whatever was thrown, as a fault. */
export function faultOf(thrown: unknown, names: readonly string[] = []): Fault {
  return { code: codeOf(thrown), detail: messageOf(thrown), names };
}

function messageOf(thrown: unknown): string {
  const isError = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return isError && typeof thrown.message === 'string' ? thrown.message : '';
}

/** Never rejects: who notes a fault has one already. */
export async function noteFault({ db, now }: LogDeps, { code, detail = '', names = [] }: Fault): Promise<void> {
  const row = { at: now(), code, detail: redact(detail, names) };
  const write = async () => {
    await db.diagnostics.add(row);
    const surplus = (await db.diagnostics.count()) - MAX_DIAGNOSES;
    if (surplus > 0) await db.diagnostics.orderBy('id').limit(surplus).delete();
  };
  await db.transaction('rw', db.diagnostics, write).catch(() => {});
}

/** The latest, newest first. */
export async function readLog(db: MatteDb, limit = MAX_DIAGNOSES): Promise<StoredDiagnosis[]> {
  return db.diagnostics.orderBy('id').reverse().limit(limit).toArray();
}

/** Drops what is older than 30 days. What a wrong clock wrote into the future counts from now on. */
export async function pruneLog({ db, now }: LogDeps): Promise<void> {
  const time = now();
  await db.transaction('rw', db.diagnostics, async () => {
    await db.diagnostics.where('at').above(time).modify({ at: time });
    await db.diagnostics
      .where('at')
      .belowOrEqual(time - DIAGNOSTICS_MS)
      .delete();
  });
}
