/** Pictures in the vault. What kind of file it is (PNG, WebP) is sealed with it: outside, all look the same. */
import { matteError } from '../errors';
import { type Bytes, joinBytes, utf8 } from './bytes';
import { openBytes, sealBytes } from './hpke';

/** The type of a Blob that holds a sealed one. */
export const SEALED_TYPE = 'application/x-matte-sealed';

/**
 * @param recordId the id under which the sealed blob will lie, for instance `<jobId>/cutout`
 * @throws MatteError account-damaged when the public key is none
 */
export async function seal(publicKey: Bytes, recordId: string, blob: Blob): Promise<Blob> {
  const type = utf8(blob.type).subarray(0, 255);
  const message = joinBytes(Uint8Array.of(type.length), type, new Uint8Array(await blob.arrayBuffer()));
  return new Blob([await sealBytes(publicKey, recordId, message)], { type: SEALED_TYPE });
}

/** @throws MatteError vault-damaged, account-damaged: see `openBytes` */
export async function open(privateKey: Bytes, recordId: string, sealed: Blob): Promise<Blob> {
  const message = await openBytes(privateKey, recordId, new Uint8Array(await sealed.arrayBuffer()));
  const [typeLength] = message;
  if (typeLength === undefined) throw matteError('vault-damaged', recordId);
  const type = new TextDecoder().decode(message.subarray(1, 1 + typeLength));
  return new Blob([message.subarray(1 + typeLength)], { type });
}
