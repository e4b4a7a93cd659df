import { useCallback, useState } from 'react';
import type { CardPort } from './background-port';

/** Takes the offer of a job that found no subject; whatever became of it, the job is read again and tells. */
export function useCutAnyway(port: CardPort, readAgain: () => void) {
  const [cutting, setCutting] = useState(false);
  const cutAnyway = useCallback(async () => {
    setCutting(true);
    await port.cutAnyway().catch(() => undefined);
    setCutting(false);
    readAgain();
  }, [port, readAgain]);
  return { cutting, cutAnyway };
}
