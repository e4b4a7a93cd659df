/** When the database is not what a page believes it to be: held by an older tab, taken over by a newer Matte, or deleted. */
import type { MatteDb } from './db';
import type { ErrorCode } from './errors';

/** Ten times what the upgrade of a large history takes. Who waits in a queue behind another tab hears of no `blocked`. */
const OPENS_WITHIN_MS = 8000;

/**
 * Tells once, with the code of what is to be said, of a database that is open or about to be; a page that goes on shows what
 * is no longer stored. Dexie has closed the connection by then, so that nobody has to wait for this page.
 * @returns the end of watching
 */
export function watchTrouble(db: MatteDb, tell: (code: ErrorCode) => void): () => void {
  let isOver = false;
  const once = (code: ErrorCode) => {
    if (!isOver) tell(code);
    isOver = true;
  };
  const opening = setTimeout(() => db.isOpen() || db.hasFailed() || once('data-in-use'), OPENS_WITHIN_MS);
  const onVersionChange = ({ newVersion }: IDBVersionChangeEvent) => once(newVersion ? 'data-newer' : 'data-gone');
  // Closing on purpose, and not having opened, are known a moment later; else it was the browser, which clears its data so.
  const onClose = () => queueMicrotask(() => db.hasFailed() || once('data-gone'));
  db.on('versionchange', onVersionChange);
  db.on('close', onClose);
  return () => {
    isOver = true;
    clearTimeout(opening);
    db.on.versionchange.unsubscribe(onVersionChange);
    db.on.close.unsubscribe(onClose);
  };
}
