/** A key pair for a new issuer, or the next key of an old one. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { say } from '../setup/say.mjs';
import { publicEntry, writeKey } from './key-file.mjs';
import { readDate } from './terms.mjs';

const TERM_YEARS = 2;

/** Writes the private half to a file and prints the public one. */
export async function perform({ out, issuer, kid, from, to }) {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const start = from === undefined ? today() : new Date(readDate(from));
  const end = to === undefined ? yearsAfter(start, TERM_YEARS) : new Date(readDate(to));
  const key = {
    // RFC 7638's name of a key, cut to what tells a handful of keys apart: it stands in each voucher twice.
    kid: kid ?? (await calculateJwkThumbprint(jwk)).slice(0, 12),
    issuer,
    notBefore: shortest(start),
    notAfter: shortest(end),
    jwk,
  };
  await writeKey(out, key);
  say(`${out} holds the private key: keep it secret, and keep a copy where you keep your other keys.`);
  say('This public half goes into utils/vouchers/issuers.ts; builds made after that take its vouchers:\n');
  process.stdout.write(asSource(key));
  return 0;
}

function asSource(key) {
  const { issuer, jwk, notBefore, notAfter } = publicEntry(key);
  return `  ${quote(key.kid)}: {
    issuer: ${quote(issuer)},
    jwk: { kty: 'OKP', crv: 'Ed25519', x: ${quote(jwk.x)} },
    notBefore: ${quote(notBefore)},
    notAfter: ${quote(notAfter)},
  },
`;
}

function quote(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function today() {
  return new Date(new Date().toISOString().slice(0, 10));
}

function yearsAfter(date, years) {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

function shortest(date) {
  return date.toISOString().replace('T00:00:00.000Z', '');
}
