import { useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import type { Edits } from '@/utils/studio/edits';
import { begin, commit, redo, undo } from '@/utils/studio/undo';

/** The edits as they are now, with a way back; kept beside the cutout as they change. */
export function useEdits(db: MatteDb, entryId: string, first: Edits) {
  const [line, setLine] = useState(() => begin(first));
  /** While a slider moves: shown at once, a step of its own only when it is let go. */
  const [moving, setMoving] = useState<Edits | null>(null);
  const { now } = line;
  const isChanged = line.past.length + line.future.length > 0;
  useEffect(() => {
    if (isChanged) void db.history.update(entryId, { edits: now });
  }, [db, entryId, isChanged, now]);
  return {
    edits: moving ?? now,
    /** Something is being dragged. */
    isMoving: moving !== null,
    /** That is the edge, and all else stays as it is. */
    isEdgeMoving: moving !== null && isSameBeside(moving, now),
    canUndo: line.past.length > 0,
    canRedo: line.future.length > 0,
    move: setMoving,
    change: (next: Edits) => {
      setMoving(null);
      // A field that is left as it was is no step.
      setLine((before) => (JSON.stringify(before.now) === JSON.stringify(next) ? before : commit(before, next)));
    },
    undo: () => setLine(undo),
    redo: () => setLine(redo),
  };
}

/** Beside the edge. Who changes one part takes the others as they are. */
function isSameBeside(some: Edits, other: Edits): boolean {
  return PARTS.every((part) => some[part] === other[part]);
}

const PARTS = ['strokes', 'background', 'frame', 'shadow'] as const;

export type Editing = ReturnType<typeof useEdits>;
