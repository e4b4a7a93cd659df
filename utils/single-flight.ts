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

/**
 * A loop that many may wake: one round runs at a time, and whoever asks during a round gets one more after it, also in
 * the moment in which it was about to rest.
 */
export function wakeable(round: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let asked = false;
  async function rounds(): Promise<void> {
    try {
      while (asked) {
        asked = false;
        await round().catch((error) => {
          if (!asked) throw error; // who asked meanwhile still gets a round
        });
      }
    } finally {
      running = null; // in the same breath as the last look at `asked`
    }
  }
  return () => {
    asked = true;
    running ??= rounds();
    return running;
  };
}

/**
 * Works through what is given one at a time; of what is given meanwhile only the newest is done, so that nobody lags behind
 * a hand. @param act must not reject
 */
export function newestOnly<Item>(act: (item: Item) => Promise<void>): (item: Item) => void {
  let waiting: { readonly item: Item } | null = null;
  let isBusy = false;
  async function work(): Promise<void> {
    isBusy = true;
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      await act(next.item);
    }
    isBusy = false;
  }
  return (item) => {
    waiting = { item };
    if (!isBusy) void work();
  };
}
