/**
 * Shares one running call among all who ask meanwhile, and forgets it when it ends, also when it failed:
 * a cached rejection would make one bad start permanent.
 */
export function singleFlight<Result>(start: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | null = null;
  return () => {
    running ??= start().finally(() => {
      running = null;
    });
    return running;
  };
}
