/** What a deletion leaves as its proof: counts before and after, read from the database, and why something remains. Pure. */
import type { TableName } from './belongings';
import { HOLDINGS } from './holdings';
import type { Stock } from './take-stock';

export type Deleted = 'account' | 'everything' | 'history';

/** Something stays here, and why. */
export interface Remainder {
  readonly count: number;
  readonly what: string;
  readonly why: string;
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

const TITLES: Readonly<Record<Deleted, string>> = {
  account: 'Account deleted',
  everything: 'Everything deleted',
  history: 'History deleted',
};

export function receiptTitle({ deleted }: Receipt): string {
  return TITLES[deleted];
}

/** @param when the time of it, in the user's language */
export function receiptText(receipt: Receipt, when: string): string {
  const lines = receipt.lines.map(({ table, before, after }) => `${HOLDINGS[table].label}: ${before} → ${after}`);
  const remainders = receipt.remainders.map(({ count, what, why }) => `${count} × ${what}. ${why}`);
  return [
    `Matte. ${receiptTitle(receipt)}.`,
    when,
    '',
    'Counted in the database before and after:',
    ...lines,
    '',
    remainders.length > 0 ? 'What remains:' : 'Nothing remains.',
    ...remainders,
    '',
  ].join('\n');
}
