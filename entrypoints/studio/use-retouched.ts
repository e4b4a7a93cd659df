import { useEffect, useRef } from 'react';
import type { MatteDb } from '@/utils/db';
import { keepRetouched } from '@/utils/history/originals';
import type { Stroke } from '@/utils/studio/strokes';
import type { Host } from './host';

/** A 12 MP photo takes a second or two, and strokes come one after the other. */
const AFTER_MS = 1500;

/** Keeps what the strokes made of the cutout while the photo is here: in an hour they could not be drawn anew. */
export function useRetouched(db: MatteDb, host: Host, entryId: string, strokes: readonly Stroke[], hasPhoto: boolean) {
  const saved = useRef(strokes);
  useEffect(() => {
    if (!hasPhoto || saved.current === strokes) return;
    const timer = setTimeout(async () => {
      saved.current = strokes;
      await keepRetouched(db, entryId, await host.retouched(strokes), strokes.length).catch(() => {
        saved.current = []; // with the next stroke
      });
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [db, host, entryId, strokes, hasPhoto]);
}
