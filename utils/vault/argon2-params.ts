/** How expensive a guess is: Argon2id's parameters (RFC 9106), which lie beside every wrapped key. Pure. */

export interface Argon2Params {
  /** m, in KiB */
  readonly memoryKib: number;
  /** t */
  readonly passes: number;
  /** p; hash-wasm works the lanes off one after another, so more than one would only help whoever guesses in parallel. */
  readonly lanes: number;
}

/**
 * OWASP's Password Storage Cheat Sheet asks for at least 46 MiB × 1 pass (or 19 MiB × 2). Ours is that memory with three
 * passes: the vault meets its attacker offline, and who unlocks waits once per session. docs/decisions/0019-vault.md has
 * the times.
 */
export const ARGON2_DEFAULTS: Argon2Params = { memoryKib: 47_104, passes: 3, lanes: 1 };

/** A damaged row must not make the browser reserve gigabytes or count for hours. */
const LIMITS: Argon2Params = { memoryKib: 1_048_576, passes: 32, lanes: 16 };

/** RFC 9106 §3.1: whole numbers, at least one pass and lane, 8 KiB per lane. */
export function isUsable({ memoryKib, passes, lanes }: Argon2Params): boolean {
  return (
    isWithin(passes, 1, LIMITS.passes) &&
    isWithin(lanes, 1, LIMITS.lanes) &&
    isWithin(memoryKib, 8 * lanes, LIMITS.memoryKib)
  );
}

/** What a key should be wrapped with from now on, or null when it is as expensive as wanted. Nothing ever gets cheaper. */
export function raised(stored: Argon2Params, wanted: Argon2Params): Argon2Params | null {
  if (stored.memoryKib >= wanted.memoryKib && stored.passes >= wanted.passes) return null;
  return {
    memoryKib: Math.max(stored.memoryKib, wanted.memoryKib),
    passes: Math.max(stored.passes, wanted.passes),
    lanes: wanted.lanes,
  };
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
