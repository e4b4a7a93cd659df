import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/**
 * @typedef {{ bytes: number, sha256: string }} Fingerprint
 */

/**
 * @param {Uint8Array} data
 * @returns {Fingerprint}
 */
export function fingerprint(data) {
  return { bytes: data.byteLength, sha256: createHash('sha256').update(data).digest('hex') };
}

/**
 * @param {Uint8Array} data
 * @param {Fingerprint} expected
 */
export function matches(data, expected) {
  const found = fingerprint(data);
  return found.bytes === expected.bytes && found.sha256 === expected.sha256;
}

/**
 * @param {string} path
 * @param {Fingerprint} expected
 */
export async function fileMatches(path, expected) {
  const found = await stat(path).catch(() => undefined);
  // The length rules most strangers out without reading 88 MB.
  if (found?.size !== expected.bytes) return false;
  return matches(await readFile(path), expected);
}
