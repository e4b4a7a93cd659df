/** KEY.json: a private Ed25519 key (RFC 8037 §2) with the issuer's name and its term. Written once, for its owner's eyes. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { Stop, say } from '../setup/say.mjs';
import { readStdin } from './stdin.mjs';

/** Writes a key that only its owner may read. A file that exists is left alone: a lost key cannot be had back. */
export async function writeKey(path, key) {
  try {
    await writeFile(path, `${JSON.stringify(key, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code === 'EEXIST') throw new Stop(`${path} exists, and keys are never overwritten. Choose another name.`);
    throw new Stop(`The key could not be written to ${path}: ${error.message}`);
  }
}

/** Reads a key from a file, or from stdin for `-`; `wantsPrivate` says that it must be able to sign. */
export async function readKey(path, { wantsPrivate }) {
  const key = parse(path === '-' ? await readStdin() : await readText(path), path);
  if (!isKey(key)) throw new Stop(`${path} is no key of this tool. Make one with keygen.`);
  if (!wantsPrivate) return key;
  if (typeof key.jwk.d !== 'string')
    throw new Stop(`${path} holds only the public half. Name the file that keygen wrote.`);
  if (path !== '-') await warnIfOpen(path);
  return key;
}

/** The public half, as utils/vouchers/issuers.ts has it. */
export function publicEntry({ issuer, jwk, notBefore, notAfter }) {
  return { issuer, jwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, notBefore, notAfter };
}

async function readText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Stop(`The key ${path} could not be read: ${error.message}`);
  }
}

function parse(text, path) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop(`${path} is not JSON. Name the file that keygen wrote.`);
  }
}

function isKey(key) {
  const texts = [key?.kid, key?.issuer, key?.notBefore, key?.notAfter, key?.jwk?.x];
  return texts.every((text) => typeof text === 'string') && key.jwk.kty === 'OKP' && key.jwk.crv === 'Ed25519';
}

async function warnIfOpen(path) {
  // Windows has no such bits, and reports them all as set.
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) say(`Others can read ${path}. Close it: chmod 600 ${path}`);
}
