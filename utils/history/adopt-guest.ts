/** What a guest has cut out goes with the account that the guest registers: sealed before the transaction, moved in it. */
import type { GuestAdopter } from '../account/ports';
import { GUEST } from '../credits/ledger';
import type { HistoryEntry, MatteDb, StoredBlob } from '../db';
import type { Bytes } from '../vault/bytes';
import { sealDetails } from './details';
import { sealBlob } from './keep-result';

/** Inputs of open jobs stay as they are: the engine reads them, and they go with the job. */
const isPicture = ({ id, owner }: StoredBlob) => owner === undefined && !id.endsWith('/input');

interface Prepared {
  readonly sealed: StoredBlob;
  /** Before it was sealed. */
  readonly size: number;
}

async function guestEntries(db: MatteDb): Promise<readonly HistoryEntry[]> {
  const isGuests = ({ owner }: HistoryEntry) => owner === GUEST;
  return [...(await db.history.filter(isGuests).toArray()), ...(await db.offers.filter(isGuests).toArray())];
}

/** One by one, for a history may be larger than memory; the browser keeps large Blobs on the disk, sealed ones. */
export function createHistoryAdopter(db: MatteDb): GuestAdopter {
  const prepared = new Map<string, readonly Prepared[]>();
  const details = new Map<string, Bytes>();
  return {
    tables: [db.jobs, db.batches, db.history, db.offers, db.blobs],
    async prepare(account) {
      const sealed: Prepared[] = [];
      for (const id of await db.blobs.toCollection().primaryKeys()) {
        const stored = await db.blobs.get(id);
        if (!stored || !isPicture(stored)) continue;
        sealed.push({ size: stored.blob.size, sealed: await sealBlob(account, stored) });
      }
      prepared.set(account.id, sealed);
      for (const entry of await guestEntries(db)) {
        const { id, details: plain } = entry;
        if (!(plain instanceof Uint8Array)) details.set(id, await sealDetails(account.publicKey, id, plain));
      }
    },
    async adopt(accountId) {
      for (const { sealed, size } of prepared.get(accountId) ?? []) {
        const stored = await db.blobs.get(sealed.id);
        // Neither deleted meanwhile, nor a first look in whose place now lies the result.
        if (stored && isPicture(stored) && stored.blob.size === size) await db.blobs.put(sealed);
      }
      prepared.delete(accountId);
      await db.jobs.filter(({ owner }) => owner === GUEST).modify({ owner: accountId });
      await db.batches.where('owner').equals(GUEST).modify({ owner: accountId });
      // What came in between stays the guest's until the second round.
      const isReady = ({ id, owner }: HistoryEntry) => owner === GUEST && details.has(id);
      for (const table of [db.history, db.offers]) {
        const own = table.filter(isReady);
        await own.modify((row) => void Object.assign(row, { owner: accountId, details: details.get(row.id) }));
      }
    },
  };
}
