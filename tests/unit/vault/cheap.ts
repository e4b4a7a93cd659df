import type { Argon2Params } from '@/utils/vault/argon2-params';

/** The least Argon2 allows: real keys in a millisecond. */
export const CHEAP: Argon2Params = { memoryKib: 8, passes: 1, lanes: 1 };

export function hex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
