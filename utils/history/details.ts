/**
 * Where a cutout comes from. Of a guest it lies in the entry as it is; of an account it is sealed to it, like the pictures:
 * a locked account tells nobody what was looked at.
 */
import type { KeySession } from '../account/ports';
import type { HistoryEntry } from '../db';
import { codeOf } from '../errors';
import { type Bytes, padText, unpadText, utf8 } from '../vault/bytes';
import { openBytes, sealBytes } from '../vault/hpke';

export interface EntryDetails {
  /** File name without extension. */
  readonly name: string;
  /** `page` for a right-click, `own` for a file or the clipboard; null for entries of before this was kept. */
  readonly kind: 'page' | 'own' | null;
  /** Of the page, like `example.org`; null where there was none. */
  readonly host: string | null;
  /** The page's whole address: kept only by who has turned that on. */
  readonly url: string | null;
}

export type Details =
  | { readonly state: 'open'; readonly details: EntryDetails }
  | { readonly state: 'locked' }
  /** Changed on the disk since it was sealed. */
  | { readonly state: 'damaged' };

/** Sealed details are this long, or a multiple of it: their length says little. */
const DETAILS_BYTES = 512;

const recordOf = (entryId: string) => `${entryId}/details`;

/** @throws MatteError account-damaged when the public key is none */
export function sealDetails(publicKey: Bytes, entryId: string, details: EntryDetails): Promise<Bytes> {
  return sealBytes(publicKey, recordOf(entryId), utf8(padText(JSON.stringify(details), DETAILS_BYTES)));
}

/** Not for a transaction: it waits for more than Dexie. */
export async function readDetails(
  keys: Pick<KeySession, 'get'>,
  { id, owner, details }: HistoryEntry,
): Promise<Details> {
  if (!(details instanceof Uint8Array)) return { state: 'open', details };
  const key = await keys.get(owner);
  if (!key) return { state: 'locked' };
  try {
    const opened = await openBytes(key, recordOf(id), details);
    return { state: 'open', details: JSON.parse(unpadText(opened)) as EntryDetails };
  } catch (error) {
    if (codeOf(error) !== 'vault-damaged') throw error;
    return { state: 'damaged' };
  }
}
