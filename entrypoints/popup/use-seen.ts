import { useEffect, useRef } from 'react';
import type { Job } from '@/utils/jobs/job';

/** Who opens the popup has seen what was announced: badge and notification may go. */
export function useSeen(jobs: readonly Job[] | undefined, tellSeen: (id: string) => void) {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const announced = (jobs ?? []).filter(({ id, delivery }) => delivery === 'announced' && !told.current.has(id));
    for (const { id } of announced) {
      told.current.add(id);
      tellSeen(id);
    }
  }, [jobs, tellSeen]);
}
