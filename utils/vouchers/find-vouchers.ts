/**
 * Finds voucher codes in what people paste: a bare code, one after `matte:voucher:`, a whole mail with the code broken over
 * quoted lines. Looks only at the shape; `checkVoucher` decides. Never throws, and reads no more than 64 KB.
 */

/** A long mail; anything more is not a voucher, and would only cost time. */
export const MAX_TEXT_CHARS = 65_536;

export type FoundVouchers =
  | { readonly ok: true; readonly codes: readonly string[] }
  | { readonly ok: false; readonly reason: 'too-long' | 'malformed' };

/** An Ed25519 signature has 64 bytes (RFC 8037 §3.1), so what follows its 86 characters is prose. */
const SIGNATURE_CHARS = 86;
/** What mail programs put between the lines of a code: white space, quote marks, soft hyphens, zero-width marks. */
const GAP = '\\s>\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const GAPS = new RegExp(`[${GAP}]+`, 'g');
// Bounded, so that a text built of beginnings costs little. A JSON object in base64url begins with eyJ, that is `{"`.
const RUN = `[\\w${GAP}-]`;
const BREAK = `[${GAP}]{0,20}`;
const OBJECT = ['e', 'y', 'J'].join(BREAK);
const SIGNATURE = `(?:${BREAK}[\\w-]){0,${SIGNATURE_CHARS}}`;
const CODE = new RegExp(`(?<![\\w-])${OBJECT}${RUN}{0,600}\\.${BREAK}${OBJECT}${RUN}{0,4000}\\.${SIGNATURE}`, 'g');

/** All codes in a text, in its order and each once, in compact serialisation (RFC 7515 §7.1). */
export function findVouchers(text: string): FoundVouchers {
  if (text.length > MAX_TEXT_CHARS) return { ok: false, reason: 'too-long' };
  const codes = new Set([...text.matchAll(CODE)].map(([found]) => found.replace(GAPS, '')));
  return codes.size > 0 ? { ok: true, codes: [...codes] } : { ok: false, reason: 'malformed' };
}
