/**
 * The words for where an engine runs: the ladder's rungs, what a user may choose, and what became of each rung.
 * Data only; which rung is taken is decided in utils/inference/.
 */

/** Best first; see docs/architecture.md. */
export const RUNGS = ['webgpu-fp16', 'webgpu-fp32', 'wasm-threads', 'wasm'] as const;
/** A rung, also the one that really ran. */
export type Backend = (typeof RUNGS)[number];

/** `webgpu` and `wasm` leave the other half out; `only:…` is one rung and nothing else, for diagnostics. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm' | `only:${Backend}`;
export const BACKEND_CHOICES: readonly BackendChoice[] = [
  'auto',
  'webgpu',
  'wasm',
  ...RUNGS.map((rung) => `only:${rung}` as const),
];

/** What became of one rung on the way down. `detail` is for people who look for a fault. */
export interface RungNote {
  readonly rung: Backend;
  readonly verdict: RungVerdict;
  readonly detail?: string;
}

export type RungVerdict =
  | 'used'
  /** The choice leaves it out. */
  | 'not-asked'
  /** No GPU that the browser would lend. */
  | 'no-adapter'
  /** A GPU made of software: 20 to 1000 times slower than WASM (ground facts §3). */
  | 'software-adapter'
  /** The GPU cannot compute in half floats. */
  | 'no-f16'
  /** The GPU's buffers are too small for the network. */
  | 'limits'
  | 'no-threads'
  /** It failed lately in this browser; `detail` says how. */
  | 'failed-before'
  | 'failed-now';
