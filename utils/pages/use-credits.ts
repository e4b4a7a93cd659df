import { useLiveQuery } from 'dexie-react-hooks';
import { type Credits, readCredits } from '@/utils/credits/ledger-store';
import type { MatteDb } from '@/utils/db';

/** What can be spent now; undefined until read. */
export function useCredits(db: MatteDb): Credits | undefined {
  return useLiveQuery(async () => readCredits(db, Date.now()), [db]);
}
