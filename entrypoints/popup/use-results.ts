/** The stored cutouts the popup shows: the one in front, then the latest others. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { cutoutId, type HistoryEntry, type MatteDb, previewId, type StoredBlob } from '@/utils/db';
import type { Outcome } from '@/utils/jobs/job';

export const GRID_SIZE = 8;

export interface Result {
  readonly entry: HistoryEntry;
  /** Both null once the result has been deleted: the one is shown, the other copied and saved. */
  readonly preview: Blob | null;
  readonly cutout: Blob | null;
  /** Null once the job's row has been tidied away. */
  readonly outcome: Outcome | null;
}

/** Newest first, or with `frontId` in front of all; undefined until read. */
export function useResults(db: MatteDb, frontId: string | null): readonly Result[] | undefined {
  // A result never changes, but each reading makes a new Blob, and a new Blob would make the picture flash.
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
  const ids = [previewId(entry.id), cutoutId(entry.id)];
  const [preview, cutout] = (await db.blobs.bulkGet(ids)).map((stored) => stored && keep(seen, stored));
  const job = await db.jobs.get(entry.id);
  return { entry, preview: preview ?? null, cutout: cutout ?? null, outcome: job?.outcome ?? null };
}

function keep(seen: Map<string, Blob>, { id, blob }: StoredBlob): Blob {
  const kept = seen.get(id) ?? blob;
  seen.set(id, kept);
  return kept;
}
