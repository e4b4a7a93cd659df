/**
 * HPKE (RFC 9180) in base mode, one message per key: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. A sealed
 * message is `version (1 byte) ‖ enc (32) ‖ ciphertext`. It can be made by whoever has the public key, so an account that
 * is locked still collects; it opens only with the private key, under the record id it was sealed for.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { matteError } from '../errors';
import { type Bytes, joinBytes, utf8 } from './bytes';

export interface KeyPair {
  /** 32 bytes, RFC 7748 */
  readonly publicKey: Bytes;
  /** 32 bytes, RFC 7748 */
  readonly privateKey: Bytes;
}

const VERSION = 1;
const ENC_BYTES = 32;
/** Binds keys to this use and format: a message of another version or program does not open here. */
const INFO = utf8('matte vault 1');

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export async function createKeyPair(): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * @param recordId associated data: the message opens only under it
 * @returns 49 bytes more than `message`
 * @throws MatteError account-damaged when the public key is none
 */
export async function sealBytes(publicKey: Bytes, recordId: string, message: Bytes): Promise<Bytes> {
  const recipientPublicKey = await importKey(publicKey, true);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: INFO }, message, utf8(recordId));
  return joinBytes(Uint8Array.of(VERSION), new Uint8Array(enc), new Uint8Array(ct));
}

/**
 * @throws MatteError vault-damaged when the message was changed, cut, sealed for another record or to another key;
 * account-damaged when the private key is none
 */
export async function openBytes(privateKey: Bytes, recordId: string, sealed: Bytes): Promise<Bytes> {
  if (sealed[0] !== VERSION) throw matteError('vault-damaged', `format ${sealed[0]}`);
  const recipientKey = await importKey(privateKey, false);
  const enc = sealed.subarray(1, 1 + ENC_BYTES);
  try {
    const message = await suite.open({ recipientKey, enc, info: INFO }, sealed.subarray(1 + ENC_BYTES), utf8(recordId));
    return new Uint8Array(message);
  } catch (error) {
    throw matteError('vault-damaged', recordId, error);
  }
}

/** True when the two belong together: what one seals the other opens. */
export async function isPair({ publicKey, privateKey }: KeyPair): Promise<boolean> {
  const proof = await sealBytes(publicKey, 'pair', utf8('pair'));
  return openBytes(privateKey, 'pair', proof).then(
    () => true,
    () => false,
  );
}

/** By the very bytes that were passed in, and no longer than their holder keeps them: thousands of names open with one key. */
const imported = new WeakMap<Bytes, Promise<CryptoKey>>();

function importKey(bytes: Bytes, isPublic: boolean): Promise<CryptoKey> {
  const known = imported.get(bytes) ?? importRaw(bytes, isPublic);
  imported.set(bytes, known);
  return known;
}

async function importRaw(bytes: Bytes, isPublic: boolean): Promise<CryptoKey> {
  try {
    return await suite.kem.importKey('raw', bytes.slice().buffer, isPublic);
  } catch (error) {
    throw matteError('account-damaged', 'key', error);
  }
}
