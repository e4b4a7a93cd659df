/**
 * Opens the envelope: compact JWS (RFC 7515 §7.1) signed with EdDSA over Ed25519 (RFC 8037 §3.1). The algorithm is ours to
 * choose, never the envelope's: a header that asks for another is refused before any key is touched (RFC 8725 §3.1).
 */
import { decode } from 'jose/base64url';
import { compactVerify } from 'jose/jws/compact/verify';
import { importJWK } from 'jose/key/import';
import { isRecord } from './claims.ts';
import type { IssuerKey, Issuers } from './issuers.ts';

export const ALGORITHM = 'EdDSA';
/** The longest voucher that keeps to the limits of `claims.ts` has about 2,200 characters, and a QR code holds 2,953. */
export const MAX_CODE_CHARS = 2_900;

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export interface Envelope {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: unknown;
}

export type Opened =
  | { readonly ok: true; readonly kid: string; readonly key: IssuerKey; readonly claims: unknown }
  | {
      readonly ok: false;
      readonly reason: 'too-long' | 'malformed' | 'wrong-alg' | 'unknown-key' | 'bad-signature';
    };

/** Opens a code whose signature one of the issuers' keys made (RFC 7515 §5.2), or says what is wrong with it. */
export async function openEnvelope(code: string, issuers: Issuers): Promise<Opened> {
  if (code.length > MAX_CODE_CHARS) return { ok: false, reason: 'too-long' };
  const envelope = peek(code);
  if (!envelope) return { ok: false, reason: 'malformed' };
  const { alg, kid, crit } = envelope.header;
  if (alg !== ALGORITHM) return { ok: false, reason: 'wrong-alg' };
  // RFC 7515 §4.1.11: who does not understand a critical extension refuses. We understand none.
  if (crit !== undefined) return { ok: false, reason: 'malformed' };
  const key = typeof kid === 'string' && Object.hasOwn(issuers, kid) ? issuers[kid] : undefined;
  if (typeof kid !== 'string' || !key) return { ok: false, reason: 'unknown-key' };
  if (!(await isSignedBy(code, key))) return { ok: false, reason: 'bad-signature' };
  return { ok: true, kid, key, claims: envelope.claims };
}

/** What a code says, WITHOUT any check of who wrote it; null when it is not an envelope at all. */
export function peek(code: string): Envelope | null {
  if (code.length > MAX_CODE_CHARS || !COMPACT.test(code)) return null;
  const [head = '', body = ''] = code.split('.');
  const header = readJson(head);
  const claims = readJson(body);
  return isRecord(header) && claims !== undefined ? { header, claims } : null;
}

async function isSignedBy(code: string, { jwk }: IssuerKey): Promise<boolean> {
  const key = await importJWK({ kty: jwk.kty, crv: jwk.crv, x: jwk.x }, ALGORITHM);
  try {
    await compactVerify(code, key, { algorithms: [ALGORITHM] });
    return true;
  } catch (thrown) {
    if (isBadJws(thrown)) return false;
    throw thrown;
  }
}

/** jose's errors about the code carry ERR_JWS_…; anything else is a fault of ours or of the browser. */
function isBadJws(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('ERR_JWS_');
}

function readJson(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decode(part)));
  } catch {
    return undefined;
  }
}
