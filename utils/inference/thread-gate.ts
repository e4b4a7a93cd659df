/**
 * ORT starts its threads once in a worker's life, whatever is asked of it afterwards; and when that fails, it never starts
 * again there. So a rung with another number of threads needs another worker.
 */
import type { Backend } from '../jobs/rungs';
import type { Machine } from './backend';

export class FreshWorkerNeeded extends Error {}

/** Two do 1.95 times what one does; more could not be measured, and more than eight leave nothing for the page. */
const MAX_THREADS = 8;

/** @returns how many threads a rung runs with; GPU rungs do their little rest on the CPU like `wasm-threads`. */
export function threadsOf(rung: Backend, machine: Machine, cores: number): number {
  return rung === 'wasm' || !machine.threads ? 1 : Math.min(MAX_THREADS, cores);
}

/** @returns to be called before each session; tells ORT once. @throws FreshWorkerNeeded when it was told otherwise */
export function createThreadGate(tell: (threads: number) => void): (threads: number) => void {
  let told: number | null = null;
  return (threads) => {
    if (told === null) tell(threads);
    told ??= threads;
    if (told !== threads) throw new FreshWorkerNeeded(`started with ${told} threads, not ${threads}`);
  };
}
