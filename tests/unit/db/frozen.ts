/**
 * Databases of users who come from an older version: tests/fixtures/databases/schema-N.json are dumps of what the code of
 * that version wrote, run at its last commit: two results, a failure, an offer, a job at work and one that waits; from 4 on
 * Ada's account (FORM of account/world.ts), a result, an offer and an open job of hers; from 5 on four vouchers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import type { Credits } from '@/utils/credits/ledger-store';
import { MatteDb } from '@/utils/db';
import { createWorld } from '../jobs/world';

const FOLDER = join(import.meta.dirname, '../../fixtures/databases');

interface Dump {
  readonly version: number;
  /** The clock when it was dumped. */
  readonly now: number;
  /** What that version said of them; null before the ledger. */
  readonly credits: Credits | null;
  readonly accountId: string | null;
  readonly privateKey: Tagged | null;
  /** Dexie's schema. */
  readonly tables: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Tagged[]>>;
}
type Tagged = { readonly $bytes: string } | { readonly $blob: string; readonly type: string } | Record<string, unknown>;

let opened = 0;

export function readDump(version: number): Dump {
  return JSON.parse(readFileSync(join(FOLDER, `schema-${version}.json`), 'utf8')) as Dump;
}

/** Rows as they lay there. */
export function rowsOf(dump: Dump, table: string): Record<string, unknown>[] {
  return (dump.rows[table] ?? []).map((row) => untagged(row) as Record<string, unknown>);
}

export function privateKeyOf({ privateKey }: Dump): Uint8Array<ArrayBuffer> {
  return untagged(privateKey) as Uint8Array<ArrayBuffer>;
}

/** A database as that version left it. @returns its name */
export async function thaw(dump: Dump): Promise<string> {
  createWorld(); // points Dexie at the fake IndexedDB
  const name = `frozen-${dump.version}-${++opened}`;
  const old = new Dexie(name);
  old.version(dump.version).stores({ ...dump.tables });
  for (const table of Object.keys(dump.tables)) await old.table(table).bulkAdd(rowsOf(dump, table));
  old.close();
  return name;
}

/** The same, opened by today's version. */
export async function thawed(version: number) {
  const dump = readDump(version);
  return { dump, db: new MatteDb(await thaw(dump)) };
}

function untagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untagged);
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  if ('$blob' in value && 'type' in value)
    return new Blob([Buffer.from(String(value.$blob), 'base64')], { type: String(value.type) });
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, untagged(each)]));
}
