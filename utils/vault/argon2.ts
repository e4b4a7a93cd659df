/**
 * Argon2id (RFC 9106, version 0x13) by hash-wasm. It computes where it is called, for about half a second: a page that
 * must stay smooth passes a `DeriveKey` which asks a worker.
 */
import { matteError } from '../errors';
import { type Argon2Params, isUsable } from './argon2-params';
import type { Bytes } from './bytes';

/**
 * @param secret what the user knows, as it was typed; of every way to type the same letters one counts (NFKC)
 * @param salt 16 random bytes
 * @returns 32 bytes, for AES-256
 * @throws MatteError account-damaged when the parameters are out of bounds, key-failed when the browser cannot compute it
 */
export type DeriveKey = (secret: string, salt: Bytes, params: Argon2Params) => Promise<Bytes>;

export const KEY_BYTES = 32;

export const argon2id: DeriveKey = async (secret, salt, params) => {
  if (!isUsable(params)) throw matteError('account-damaged', `Argon2 ${JSON.stringify(params)}`);
  // Taken apart here, so that the bundler leaves the other twenty hashes out.
  const { argon2id: hash } = await import('hash-wasm');
  try {
    const key = await hash({
      // hash-wasm throws at an empty one, which is only a wrong guess.
      password: secret.normalize('NFKC') || '\0',
      salt,
      memorySize: params.memoryKib,
      iterations: params.passes,
      parallelism: params.lanes,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    });
    return new Uint8Array(key);
  } catch (error) {
    throw matteError('key-failed', undefined, error);
  }
};
