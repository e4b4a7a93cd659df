/** How much of each kind lies here: rows, bytes, and the oldest. Pure. */
import type { Belongings, RowOf, TableName } from './belongings';
import { HOLDINGS, TABLE_NAMES } from './holdings';

export interface Stock {
  readonly table: TableName;
  readonly count: number;
  /** Pictures as they are, rows estimated. */
  readonly bytes: number;
  /** Epoch ms; null where nothing has a time. */
  readonly oldest: number | null;
}

export function takeStock(belongings: Belongings): readonly Stock[] {
  return TABLE_NAMES.map((table) => stockOf(table, belongings[table] as readonly RowOf<typeof table>[]));
}

function stockOf<Name extends TableName>(table: Name, rows: readonly RowOf<Name>[]): Stock {
  const { at } = HOLDINGS[table];
  const times = rows.map((row) => at?.(row) ?? null).filter((time) => time !== null);
  const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0);
  return { table, count: rows.length, bytes, oldest: times.length > 0 ? Math.min(...times) : null };
}

const NUMBER_BYTES = 8;

/** About what a value takes on the disk. */
export function sizeOf(value: unknown): number {
  if (value instanceof Blob) return value.size;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return NUMBER_BYTES;
  return Object.entries(value).reduce((sum, [key, each]) => sum + key.length + sizeOf(each), 0);
}
