/**
 * The private key under a secret: AES-256-GCM with a key from Argon2id. An account has two of them around the same key,
 * one for the password and one for the recovery code; a new password only makes a new wrapping, history stays as it is.
 */
import { matteError } from '../errors';
import { type DeriveKey, KEY_BYTES } from './argon2';
import type { Argon2Params } from './argon2-params';
import { type Bytes, randomBytes, utf8 } from './bytes';

export interface WrappedKey {
  readonly argon2: Argon2Params;
  /** 16 bytes */
  readonly salt: Bytes;
  /** 12 bytes; salt and so key are new at each wrapping, no pair of them is used twice */
  readonly nonce: Bytes;
  /** 32 bytes and the tag */
  readonly sealed: Bytes;
}

export type SecretKind = 'password' | 'recovery';

/** Which wrapping it is. Part of the associated data: it cannot be moved to another account or kind of secret. */
export interface Wrapping {
  readonly accountId: string;
  readonly kind: SecretKind;
  readonly secret: string;
  readonly derive: DeriveKey;
}

/** @throws MatteError key-failed */
export async function wrapKey(privateKey: Bytes, argon2: Argon2Params, wrapping: Wrapping): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await aesKey(salt, argon2, wrapping);
  const sealed = await crypto.subtle.encrypt(aesGcm(nonce, wrapping), key, privateKey);
  return { argon2, salt, nonce, sealed: new Uint8Array(sealed) };
}

/**
 * @returns null when the secret is not the one it was wrapped with (or somebody changed the wrapping: nothing tells)
 * @throws MatteError account-damaged, key-failed
 */
export async function unwrapKey(wrapped: WrappedKey, wrapping: Wrapping): Promise<Bytes | null> {
  const key = await aesKey(wrapped.salt, wrapped.argon2, wrapping);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(aesGcm(wrapped.nonce, wrapping), key, wrapped.sealed));
  } catch (error) {
    // WebCrypto says OperationError for a tag that does not fit, and other names for every other fault.
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw matteError('account-damaged', 'wrapping', error);
  }
}

/** A wrapping that nothing opens, as expensive as a real one: who guesses at an unknown account waits as long. */
export function decoyWrapping(argon2: Argon2Params): WrappedKey {
  return { argon2, salt: randomBytes(16), nonce: randomBytes(12), sealed: randomBytes(KEY_BYTES + 16) };
}

async function aesKey(salt: Bytes, argon2: Argon2Params, { secret, derive }: Wrapping): Promise<CryptoKey> {
  const bytes = await derive(secret, salt, argon2);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}

function aesGcm(iv: Bytes, { kind, accountId }: Wrapping): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`matte wrap 1/${kind}/${accountId}`) };
}
