/** Bytes as WebCrypto takes them: over an ArrayBuffer, never a shared one. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Spaces up to the next multiple of `bytes` UTF-8 bytes, so that sealed lengths say little. */
export function padText(text: string, bytes: number): string {
  return text + ' '.repeat((bytes - (utf8(text).length % bytes)) % bytes);
}

export function unpadText(padded: Bytes): string {
  return new TextDecoder().decode(padded).trimEnd();
}

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Base64url without padding (RFC 4648 §5): for what can only be kept as text. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns null when the text is not base64url */
export function fromBase64Url(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** For places that keep only text. */
export const KEY_CODEC = { encode: toBase64Url, decode: fromBase64Url };

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
