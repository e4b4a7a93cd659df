/** The stored cutouts the popup shows: the one in front, then the latest others. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { cutoutId, type HistoryEntry, type MatteDb } from '@/utils/db';
import type { Outcome } from '@/utils/jobs/job';

export const GRID_SIZE = 8;

export interface Result {
  readonly entry: HistoryEntry;
  /** Null once the cutout has been deleted. */
  readonly cutout: Blob | null;
  /** Null once the job's row has been tidied away. */
  readonly outcome: Outcome | null;
}

/** Newest first, or with `frontId` in front of all; undefined until read. */
export function useResults(db: MatteDb, frontId: string | null): readonly Result[] | undefined {
  // A cutout never changes, but each reading makes a new Blob, and a new Blob would make the picture flash.
  const seen = useRef(new Map<string, Blob>());
  return useLiveQuery(async () => {
    const latest = await db.history
      .orderBy('createdAt')
      .reverse()
      .limit(GRID_SIZE + 1)
      .toArray();
    const front = frontId ? await db.history.get(frontId) : undefined;
    const entries = front ? [front, ...latest.filter((entry) => entry.id !== front.id)] : latest;
    return Promise.all(entries.slice(0, GRID_SIZE + 1).map((entry) => readResult(db, entry, seen.current)));
  }, [db, frontId]);
}

async function readResult(db: MatteDb, entry: HistoryEntry, seen: Map<string, Blob>): Promise<Result> {
  const stored = await db.blobs.get(cutoutId(entry.id));
  const cutout = stored ? (seen.get(entry.id) ?? stored.blob) : null;
  if (cutout) seen.set(entry.id, cutout);
  const job = await db.jobs.get(entry.id);
  return { entry, cutout, outcome: job?.outcome ?? null };
}
