/** What a deletion leaves as its proof: counts before and after, read from the database, and why something remains. Pure. */
import type { MessageKey } from '../i18n/say';
import type { TableName } from './belongings';
import type { Stock } from './take-stock';

export type Deleted = 'account' | 'everything' | 'history';

/** Something stays here, and why: keys of words. */
export interface Remainder {
  readonly count: number;
  readonly what: MessageKey;
  readonly why: MessageKey;
}

export interface ReceiptLine {
  readonly table: TableName;
  readonly before: number;
  readonly after: number;
}

export interface Receipt {
  readonly deleted: Deleted;
  /** Epoch ms: when the database was read again. */
  readonly at: number;
  /** Of what there was before. */
  readonly lines: readonly ReceiptLine[];
  readonly remainders: readonly Remainder[];
}

export interface Counts {
  readonly before: readonly Stock[];
  readonly after: readonly Stock[];
}

/** Lines of what was there; tables that were empty before and after say nothing. */
export function receiptLines({ before, after }: Counts): readonly ReceiptLine[] {
  return before.flatMap(({ table, count }, i) => {
    const left = after[i]?.count ?? 0;
    return count > 0 || left > 0 ? [{ table, before: count, after: left }] : [];
  });
}
