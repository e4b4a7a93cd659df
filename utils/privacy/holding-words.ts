/** What Matte holds, in words. */
import { SECURITY_LOG_MS } from '../account/security-log-store';
import { say } from '../i18n/say';
import type { TableName } from './belongings';
import { HOLDINGS } from './holdings';

const DAY_MS = 24 * 3_600_000;

export interface HoldingWords {
  readonly label: string;
  readonly about: string;
  /** Until when. */
  readonly kept: string;
}

export function describeHolding(table: TableName): HoldingWords {
  const { label, about, kept } = HOLDINGS[table];
  return { label: say(label), about: say(about), kept: say(kept, { days: SECURITY_LOG_MS / DAY_MS }) };
}

export function labelOf(table: TableName): string {
  return say(HOLDINGS[table].label);
}
