/** The rungs that failed, in the database: the engine worker has no chrome, but it has IndexedDB. */
import type { MatteDb } from '@/utils/db';
import type { RungFailure, RungMemory } from '@/utils/inference/rung-memory';

export function createRungMemory({ rungs }: Pick<MatteDb, 'rungs'>): RungMemory {
  return {
    recall: () => rungs.toArray() as Promise<RungFailure[]>,
    note: async (failure) => void (await rungs.put(failure)),
    forget: (rung) => rungs.delete(rung),
  };
}
