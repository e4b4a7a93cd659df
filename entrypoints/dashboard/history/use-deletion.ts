/**
 * Deleting at once, and for a moment the way back. What is deleted is hidden; it goes for good when its message goes, and
 * with the page. Should the page die before, the background clears it away later.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { hideEntries, purgeEntries, restoreEntries, UNDO_MS } from '@/utils/history/manage-entries';
import { sendMessage } from '@/utils/messaging';

export interface Deletion {
  readonly key: number;
  readonly ids: readonly string[];
}

/** ms; a little before the background takes it. */
const LAST_MS = UNDO_MS - 5000;

export function useDeletion(db: MatteDb, owner: string, onFault: (thrown: unknown) => void) {
  const [deletions, setDeletions] = useState<readonly Deletion[]>([]);
  const pending = useRef<readonly Deletion[]>([]);
  const put = useCallback((next: readonly Deletion[]) => {
    pending.current = next;
    setDeletions(next);
  }, []);
  /** False when somebody took it already: the way back and the end come by the same message. */
  const take = useCallback(
    (deletion: Deletion) => {
      const isThere = pending.current.includes(deletion);
      if (isThere) put(pending.current.filter((each) => each !== deletion));
      return isThere;
    },
    [put],
  );
  const remove = (ids: readonly string[]) => {
    const key = (pending.current.at(-1)?.key ?? 0) + 1;
    const deletion = { key, ids };
    put([...pending.current, deletion]);
    hideEntries(db, owner, ids, Date.now()).catch(onFault);
    // A message waits while nobody looks at the window, the background does not: no way back is offered that leads nowhere.
    setTimeout(() => settle(deletion), LAST_MS);
  };
  const undo = (deletion: Deletion | undefined) => {
    if (deletion && take(deletion)) restoreEntries(db, owner, deletion.ids).catch(onFault);
  };
  const settle = (deletion: Deletion) => {
    if (take(deletion)) purgeEntries(db, owner, deletion.ids).catch(onFault);
  };
  useEffect(() => {
    // By message: a transaction would end with the page.
    const settleAll = () => {
      const ids = pending.current.flatMap((deletion) => deletion.ids);
      put([]);
      if (ids.length > 0) sendMessage('purgeEntries', { owner, ids }).catch(() => undefined);
    };
    addEventListener('pagehide', settleAll);
    return () => {
      removeEventListener('pagehide', settleAll);
      settleAll();
    };
  }, [owner, put]);
  return { deletions, remove, undo, settle };
}
