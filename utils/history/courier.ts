/**
 * How a result reaches the page it was asked for while its account is locked. Besides the account's copy, a second one is
 * sealed to the courier: a key pair whose private half lies in `storage.session` alone. So nothing readable touches the
 * disk, the service worker may die in between, and what is left over after the browser was closed opens to nobody. A
 * delivery goes when it was copied, and after half an hour at the latest when nobody collects it.
 */
import type { KeySession } from '../account/ports';
import { cutoutId, type MatteDb, previewId, type StoredDelivery } from '../db';
import { createKeyPair } from '../vault/hpke';
import { seal } from '../vault/sealed-blob';

/** Its place among the session's keys. */
export const COURIER = 'courier';

const DELIVERY_MS = 30 * 60_000;

/** Where the keys are, besides the database. */
export interface Vault {
  readonly db: MatteDb;
  readonly keys: KeySession;
}

/** Makes the courier of this browser session, unless it is there; one context calls it, before a job is begun. */
export async function ensureCourier({ db, keys }: Vault): Promise<void> {
  if ((await db.couriers.get('browser')) && (await keys.get(COURIER))) return;
  const { publicKey, privateKey } = await createKeyPair();
  await keys.put(COURIER, privateKey);
  await db.transaction('rw', db.couriers, db.deliveries, async () => {
    await db.couriers.put({ seat: 'browser', publicKey });
    await db.deliveries.clear(); // nobody has their key any more
  });
}

/** @returns nothing when there is no courier: then the account's own copy is the only one */
export async function sealDelivery(db: MatteDb, id: string, blob: Blob, at: number): Promise<StoredDelivery[]> {
  const courier = await db.couriers.get('browser');
  return courier ? [{ id, sealed: await seal(courier.publicKey, id, blob), createdAt: at }] : [];
}

/** It has arrived. */
export async function dropDelivery(db: MatteDb, jobId: string): Promise<void> {
  await db.deliveries.bulkDelete([cutoutId(jobId), previewId(jobId)]);
}

/** Drops what nobody collected; a clock that was set back drops it too. */
export async function pruneDeliveries(db: MatteDb, now: number): Promise<void> {
  await db.deliveries.filter(({ createdAt }) => createdAt > now || now - createdAt >= DELIVERY_MS).delete();
}
