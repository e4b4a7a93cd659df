/** The finished picture as a file, made before anybody asks for it. */
import { useEffect, useState } from 'react';
import { codeOf, type ErrorCode } from '@/utils/errors';
import type { Edits } from '@/utils/studio/edits';
import type { FileChoice } from './desk';
import type { Host } from './host';

/** Who moves a slider sees the picture; what the file will be is worked out once it rests. */
const STILL_MS = 600;
/** Longer than this is worth a sentence. */
const SLOW_MS = 1200;

export interface Finished {
  /** `current`: the file is what the edits and the choice make. */
  readonly state: 'waiting' | 'slow' | 'current' | 'failed';
  /** The newest there is, which may be about earlier edits. */
  readonly file: Blob | null;
  readonly code: ErrorCode | null;
}

/** What the worker has beside the cutout; the same edits make another picture of others. */
interface Others {
  readonly hasPhoto: boolean;
  readonly picture: number;
}

/**
 * The finished picture as a file, made ahead: for its size, and to be dragged. The next change stops it.
 *
 * @param isWanted false for pictures too large to be made before anybody asks, and while an edge is dragged
 */
export function useFinished(host: Host, edits: Edits, choice: FileChoice, others: Others, isWanted: boolean) {
  const [finished, setFinished] = useState<Finished>({ state: 'waiting', file: null, code: null });
  const { format, quality, ground, density } = choice;
  const { hasPhoto, picture } = others;
  useEffect(() => {
    setFinished(({ file }) => ({ state: 'waiting', file, code: null }));
    if (!isWanted) return;
    const stop = new AbortController();
    const { signal } = stop;
    const settle = (next: Partial<Finished>) => signal.aborted || setFinished((before) => ({ ...before, ...next }));
    const slow = setTimeout(() => settle({ state: 'slow' }), SLOW_MS);
    const still = setTimeout(() => {
      host
        .file({ edits, format, quality, ground, density }, signal)
        .then(
          (file) => settle({ state: 'current', file }),
          (error) => settle({ state: 'failed', code: codeOf(error) }),
        )
        .finally(() => clearTimeout(slow));
    }, STILL_MS);
    return () => {
      clearTimeout(still);
      clearTimeout(slow);
      stop.abort();
    };
  }, [host, edits, format, quality, ground, density, hasPhoto, picture, isWanted]);
  return finished;
}
