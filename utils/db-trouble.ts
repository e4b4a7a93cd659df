/** When the database is not what a page believes it to be: held by an older tab, taken over by a newer Matte, or deleted. */
import type { MatteDb } from './db';
import type { ErrorCode } from './errors';

/** An older tab that works lets go within moments. */
const LETS_GO_MS = 3000;

/**
 * Tells once, with the code of what is to be said; a page that goes on shows what is no longer stored. Dexie has closed the
 * connection by then, so that nobody has to wait for this page.
 * @returns the end of watching
 */
export function watchTrouble(db: MatteDb, tell: (code: ErrorCode) => void): () => void {
  let isOver = false;
  const once = (code: ErrorCode) => {
    if (!isOver) tell(code);
    isOver = true;
  };
  const onBlocked = () => {
    setTimeout(() => db.isOpen() || once('data-in-use'), LETS_GO_MS);
  };
  const onVersionChange = ({ newVersion }: IDBVersionChangeEvent) => once(newVersion ? 'data-newer' : 'data-gone');
  // Closing on purpose, and not having opened, are known a moment later; else it was the browser, which clears its data so.
  const onClose = () => queueMicrotask(() => db.hasFailed() || once('data-gone'));
  db.on('blocked', onBlocked);
  db.on('versionchange', onVersionChange);
  db.on('close', onClose);
  return () => {
    isOver = true;
    db.on.blocked.unsubscribe(onBlocked);
    db.on.versionchange.unsubscribe(onVersionChange);
    db.on.close.unsubscribe(onClose);
  };
}
