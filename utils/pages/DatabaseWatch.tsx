/** Hands trouble with the database to the ErrorBoundary around it, which has the words and a way on. */
import { type ReactNode, useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { watchTrouble } from '@/utils/db-trouble';
import { codeOf, type ErrorCode, matteError } from '@/utils/errors';
import { storageFault } from '@/utils/history/make-room';

export interface DatabaseWatchProps {
  readonly db: MatteDb;
  readonly children: ReactNode;
}

export function DatabaseWatch({ db, children }: DatabaseWatchProps) {
  const [trouble, setTrouble] = useState<ErrorCode | null>(null);
  useEffect(() => {
    // Live queries say nothing of a database that does not open: they would wait for ever.
    db.open().catch(async (error) => setTrouble(codeOf(await storageFault(error))));
    return watchTrouble(db, setTrouble);
  }, [db]);
  if (trouble) throw matteError(trouble);
  return children;
}
