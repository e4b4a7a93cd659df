import { useCallback, useEffect, useState } from 'react';
import type { CardPort } from './background-port';
import { type Sight, withSamePicture } from './screen';
import { watchJob } from './watch-job';

/** The job as last seen. Nobody asks for one that has ended any more, until told to. */
export function useJob(port: CardPort): { readonly sight: Sight; readonly readAgain: () => void } {
  const [sight, setSight] = useState<Sight>({ kind: 'starting' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const show = (next: Sight) => setSight((before) => withSamePicture(before, next));
    const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    void watchJob({ read: port.read, show, now: () => performance.now(), sleep, signal: stop.signal });
    return () => stop.abort();
  }, [port, round]); // a new round asks again
  const readAgain = useCallback(() => setRound((last) => last + 1), []);
  return { sight, readAgain };
}
