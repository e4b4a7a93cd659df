import { useEffect } from 'react';
import type { MatteDb } from '@/utils/db';
import { countVisit } from '@/utils/statistics/counter';

/** A window that opens is one visit of whoever is found in it first; counted only for who agreed. */
export function useVisit(db: MatteDb, owner: string | undefined): void {
  const isKnown = owner !== undefined;
  // Who comes later in the same window has not opened it.
  useEffect(() => {
    if (owner !== undefined) void countVisit({ db, now: Date.now }, owner);
  }, [db, isKnown]);
}
