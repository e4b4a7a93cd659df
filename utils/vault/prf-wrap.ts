/**
 * The private key under a passkey: AES-256-GCM with a key that HKDF-SHA-256 (RFC 5869) makes of what the authenticator's
 * pseudo-random function answers to a salt (WebAuthn Level 3, prf extension). That answer has 256 random bits and never
 * lies anywhere, so no Argon2id is needed.
 */
import { matteError } from '../errors';
import { type Bytes, randomBytes, utf8 } from './bytes';

export interface PrfWrappedKey {
  /** 32 bytes: what the authenticator is asked, and HKDF's salt. */
  readonly salt: Bytes;
  /** 12 bytes; each salt, and so each key, is used for one wrapping alone */
  readonly nonce: Bytes;
  /** 32 bytes and the tag */
  readonly sealed: Bytes;
}

export interface PrfWrapping {
  readonly accountId: string;
  /** The authenticator's answer to the salt, 32 bytes. */
  readonly secret: Bytes;
}

export const PRF_SALT_BYTES = 32;

export async function wrapByPrf(privateKey: Bytes, salt: Bytes, wrapping: PrfWrapping): Promise<PrfWrappedKey> {
  const nonce = randomBytes(12);
  const key = await aesKey(salt, wrapping);
  const sealed = await crypto.subtle.encrypt(aesGcm(nonce, wrapping), key, privateKey);
  return { salt, nonce, sealed: new Uint8Array(sealed) };
}

/**
 * @returns null when it is another passkey's secret, or another account's wrapping
 * @throws MatteError account-damaged
 */
export async function unwrapByPrf(
  { salt, nonce, sealed }: PrfWrappedKey,
  wrapping: PrfWrapping,
): Promise<Bytes | null> {
  const key = await aesKey(salt, wrapping);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(aesGcm(nonce, wrapping), key, sealed));
  } catch (error) {
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw matteError('account-damaged', 'passkey', error);
  }
}

async function aesKey(salt: Bytes, { secret, accountId }: PrfWrapping): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = label(accountId);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function aesGcm(iv: Bytes, { accountId }: PrfWrapping): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: label(accountId) };
}

const label = (accountId: string) => utf8(`matte wrap 1/passkey/${accountId}`);
