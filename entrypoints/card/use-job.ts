import { useEffect, useState } from 'react';
import type { CardPort } from './background-port';
import type { Sight } from './screen';
import { watchJob } from './watch-job';

/** The job as last seen. */
export function useJob(port: CardPort): Sight {
  const [sight, show] = useState<Sight>({ kind: 'starting' });
  useEffect(() => {
    const stop = new AbortController();
    const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    void watchJob({ read: port.read, show, now: () => performance.now(), sleep, signal: stop.signal });
    return () => stop.abort();
  }, [port]);
  return sight;
}
