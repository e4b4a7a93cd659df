import type { KeySession } from '@/utils/account/ports';
import type { MatteDb } from '@/utils/db';

export interface BackgroundDeps {
  readonly db: MatteDb;
  /** Unlocked keys, and the courier's. */
  readonly keys: KeySession;
  readonly now: () => number;
}
