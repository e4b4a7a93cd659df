/** At most one thing alive at a time, on one rung: made when asked for, let go of before the next is made. */
import type { Backend } from '../jobs/rungs';

/** Something on a rung that holds memory. */
export interface Live {
  /** Resolves with the reason when the GPU's device is lost; never otherwise, and never rejects. */
  readonly lost: Promise<string>;
  release(): Promise<void>;
}

export interface Standing<Kept> {
  readonly rung: Backend;
  readonly kept: Promise<Kept>;
}

/** @param isIdle asked when a device is lost: in the middle of a picture, the picture deals with it. */
export function createFoothold<Kept extends Live>(create: (rung: Backend) => Promise<Kept>, isIdle: () => boolean) {
  let standing: Standing<Kept> | null = null;
  // Two networks never share the memory: nothing is made before the last one is released.
  let released: Promise<void> = Promise.resolve();

  function drop(given = standing): Promise<void> {
    if (given && standing === given) {
      standing = null;
      released = given.kept.then((kept) => kept.release()).catch(() => {});
    }
    return released;
  }

  function make(rung: Backend): Standing<Kept> {
    const made = { rung, kept: released.then(() => create(rung)) };
    // Between two pictures nobody has failed; the next one starts anew.
    const onLost = () => (isIdle() ? drop(made) : undefined);
    made.kept.then(({ lost }) => lost.then(onLost)).catch(() => {});
    return made;
  }

  return {
    /** What stands, or else a beginning on this rung. */
    on(rung: () => Backend): Standing<Kept> {
      standing ??= make(rung());
      return standing;
    },
    isOn: (given: Standing<Kept>) => standing === given,
    /** Lets go of it, once, however many ask; resolves when its memory is free. */
    drop,
  };
}
