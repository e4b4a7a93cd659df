/** The one way to see a stored picture. That it is locked is no fault but an answer, and so is that it is damaged. */

import type { StoredBlob } from '../db';
import { codeOf } from '../errors';
import { open } from '../vault/sealed-blob';
import { COURIER, type Vault } from './courier';

export type Picture =
  | { readonly state: 'open'; readonly blob: Blob }
  /** Sealed to an account that is locked or not at this browser. */
  | { readonly state: 'locked' }
  /** Changed on the disk since it was sealed: `vault-damaged` is the sentence. */
  | { readonly state: 'damaged' }
  | { readonly state: 'gone' };

type Keys = Vault['keys'];

/** Not for a transaction: it waits for more than Dexie. */
export async function readPicture({ db, keys }: Vault, id: string): Promise<Picture> {
  return openPicture(keys, await db.blobs.get(id));
}

/** For who has read the row already. */
export async function openPicture(keys: Keys, stored: StoredBlob | undefined): Promise<Picture> {
  if (!stored) return { state: 'gone' };
  if (stored.owner === undefined) return { state: 'open', blob: stored.blob };
  return openWith(keys, stored.owner, stored.id, stored.blob);
}

/** By the way of the job itself: what is on its way to a page opens also while the account is locked. */
export async function readDelivered({ db, keys }: Vault, id: string): Promise<Picture> {
  const delivery = await db.deliveries.get(id);
  const delivered = delivery ? await openWith(keys, COURIER, id, delivery.sealed) : null;
  return delivered?.state === 'open' ? delivered : readPicture({ db, keys }, id);
}

async function openWith(keys: Keys, holder: string, id: string, sealed: Blob): Promise<Picture> {
  const key = await keys.get(holder);
  if (!key) return { state: 'locked' };
  try {
    return { state: 'open', blob: await open(key, id, sealed) };
  } catch (error) {
    if (codeOf(error) !== 'vault-damaged') throw error;
    return { state: 'damaged' };
  }
}

/** For who has no other words for what is not open. */
export function blobOf(picture: Picture): Blob | null {
  return picture.state === 'open' ? picture.blob : null;
}
