/** What a guest has cut out goes with the account that the guest registers: sealed before the transaction, moved in it. */
import type { GuestAdopter } from '../account/ports';
import { GUEST } from '../credits/ledger';
import type { MatteDb, StoredBlob } from '../db';
import { sealBlob } from './keep-result';

/** Inputs of open jobs stay as they are: the engine reads them, and they go with the job. */
const isPicture = ({ id, owner }: StoredBlob) => owner === undefined && !id.endsWith('/input');

interface Prepared {
  readonly sealed: StoredBlob;
  /** Before it was sealed. */
  readonly size: number;
}

/** One by one, for a history may be larger than memory; the browser keeps large Blobs on the disk, sealed ones. */
export function createHistoryAdopter(db: MatteDb): GuestAdopter {
  const prepared = new Map<string, readonly Prepared[]>();
  return {
    tables: [db.history, db.offers, db.blobs],
    async prepare(account) {
      const sealed: Prepared[] = [];
      for (const id of await db.blobs.toCollection().primaryKeys()) {
        const stored = await db.blobs.get(id);
        if (!stored || !isPicture(stored)) continue;
        sealed.push({ size: stored.blob.size, sealed: await sealBlob(account, stored) });
      }
      prepared.set(account.id, sealed);
    },
    async adopt(accountId) {
      for (const { sealed, size } of prepared.get(accountId) ?? []) {
        const stored = await db.blobs.get(sealed.id);
        // Neither deleted meanwhile, nor a first look in whose place now lies the result.
        if (stored && isPicture(stored) && stored.blob.size === size) await db.blobs.put(sealed);
      }
      prepared.delete(accountId);
      await db.history.where('owner').equals(GUEST).modify({ owner: accountId });
      await db.offers.filter(({ owner }) => owner === GUEST).modify({ owner: accountId });
    },
  };
}
