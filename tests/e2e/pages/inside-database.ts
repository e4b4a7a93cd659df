/**
 * Run inside the browser (each function travels alone, as text): plain IndexedDB, so that the tests read what is stored
 * and not what the product says about it. A database that is not there yet must not be made by looking.
 */

export async function readTable(table: string): Promise<unknown[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'matte')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction(table).objectStore(table).getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => resolve(all.result);
      opening.result.close();
    };
  });
}

export async function readRow(id: string): Promise<string | null> {
  const blob = await new Promise<Blob | null>((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const row = opening.result.transaction('blobs').objectStore('blobs').get(id);
      row.onerror = () => reject(row.error);
      row.onsuccess = () => resolve(row.result?.blob ?? null);
      opening.result.close();
    };
  });
  if (!blob) return null;
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(blob);
  });
}

export function putRow([table, row]: readonly [string, unknown]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction(table, 'readwrite');
      change.objectStore(table).put(row);
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}

export function dropRow([table, key]: readonly [string, string]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction(table, 'readwrite');
      change.objectStore(table).delete(key);
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}

export async function wipe(): Promise<void> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'matte')) return;
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tables = [...opening.result.objectStoreNames];
      const change = opening.result.transaction(tables, 'readwrite');
      for (const table of tables) change.objectStore(table).clear();
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}

/** A picture that is only a text. */
export function putText([id, text]: readonly [string, string]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('blobs', 'readwrite');
      change.objectStore('blobs').put({ id, blob: new Blob([text]) });
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}

/** As a Matte of another version opens it; the connection stays, and makes way for nobody. */
export function openDatabase(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte', version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve();
  });
}

/**
 * The same with nothing in it, as if that Matte had made it. Both are asked for at once: in between, the service worker of
 * today would make one of its own.
 */
export function replaceDatabase(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    indexedDB.deleteDatabase('matte');
    const opening = indexedDB.open('matte', version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve();
  });
}

/** Every account looks as if it had agreed to this version, and to none since. */
export function agreedTo(policyVersion: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('accounts', 'readwrite');
      const accounts = change.objectStore('accounts');
      const all = accounts.getAll();
      all.onsuccess = () => {
        const answer = { given: true, policyVersion, at: 1_700_000_000_000 };
        const consents = ['policy', 'statistics'].map((purpose) => ({ ...answer, purpose }));
        for (const row of all.result) accounts.put({ ...row, consents });
      };
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}
