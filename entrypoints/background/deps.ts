import type { MatteDb } from '@/utils/db';

export interface BackgroundDeps {
  readonly db: MatteDb;
  readonly now: () => number;
}
