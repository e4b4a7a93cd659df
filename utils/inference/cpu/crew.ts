/** Helpers that work on whatever the engine's thread begins: one worker each, in `help` for the rest of its life. */

/** What a helper is told, once. */
export interface Invitation {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

export interface Crew {
  /** Resolves when all helpers are there, or when it is no longer worth waiting for them: rows go to whoever comes. */
  readonly ready: Promise<void>;
  dismiss(): void;
}

/** A worker needs 50 to 100 ms; one that does not come must not keep a picture waiting. */
const PATIENCE_MS = 1500;

/** @param makeWorker a worker that answers an Invitation with any message as soon as it helps */
export function gatherCrew(makeWorker: () => Worker, helpers: number, invitation: Invitation): Crew {
  const workers = Array.from({ length: helpers }, makeWorker);
  const arrivals = workers.map((worker) => arrival(worker, invitation));
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return {
    ready: helpers === 0 ? Promise.resolve() : Promise.race([Promise.all(arrivals).then(() => {}), patience]),
    dismiss() {
      for (const worker of workers) worker.terminate();
    },
  };
}

function arrival(worker: Worker, invitation: Invitation): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', () => resolve(), { once: true });
    worker.postMessage(invitation);
  });
}
