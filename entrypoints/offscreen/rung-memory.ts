/** The rungs that failed, in the database: the engine worker has no chrome, but it has IndexedDB. */
import type { MatteDb } from '@/utils/db';
import { noteFault } from '@/utils/diagnostics/log';
import type { RungFailure, RungMemory } from '@/utils/inference/rung-memory';

export function createRungMemory(db: MatteDb): RungMemory {
  return {
    recall: () => db.rungs.toArray() as Promise<RungFailure[]>,
    note: async (failure) => {
      await db.rungs.put(failure);
      const { rung, reason, detail, at } = failure;
      await noteFault({ db, now: () => at }, { code: 'backend-unavailable', detail: `${rung}: ${reason} ${detail}` });
    },
    forget: (rung) => db.rungs.delete(rung),
  };
}
