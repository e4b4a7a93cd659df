/** Around a whole page: when its database is in trouble, that is said in its place, whatever else may have failed of it. */
import { type ReactNode, useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { watchTrouble } from '@/utils/db-trouble';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { storageFault } from '@/utils/history/make-room';
import { chooseLanguage } from '@/utils/i18n/choose-language';
import { ErrorBoundary } from './ErrorBoundary';
import { Spoken } from './Spoken';
import { Trouble } from './Trouble';

export interface DatabaseWatchProps {
  readonly db: MatteDb;
  readonly children: ReactNode;
}

export function DatabaseWatch({ db, children }: DatabaseWatchProps) {
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<ErrorCode | null>(null);
  useEffect(() => {
    // Trouble may come before any setting can be read: it is told in the browser’s language then.
    const greeted = chooseLanguage('auto', navigator.languages);
    const tell = (code: ErrorCode) => void greeted.then(() => setTrouble(code));
    Promise.all([db.open(), greeted]).then(
      () => setOpen(true),
      async (error) => tell(codeOf(await storageFault(error))),
    );
    return watchTrouble(db, tell);
  }, [db]);
  if (trouble) return <Trouble code={trouble} />;
  // Live queries say nothing of a database that does not open, and 8 of 25 popups that had to make theirs failed in one.
  return (
    isOpen && (
      <Spoken db={db}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </Spoken>
    )
  );
}
