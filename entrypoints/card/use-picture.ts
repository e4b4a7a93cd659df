/** What leaves the card, by whatever way: the cutout on the chosen background. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { flattened } from '@/utils/browser/flattened';
import { COLOURS, type Ground } from './grounds';

/** @param first until another is chosen */
export function usePicture(cutout: Blob | null, first: Ground = 'transparent') {
  const [chosen, choose] = useState<Ground | null>(null);
  const ground = chosen ?? first;
  const [picture, setPicture] = useState<Blob | null>(null);
  const making = useMemo(() => (cutout ? make(cutout, ground) : null), [cutout, ground]);
  useEffect(() => {
    let isCurrent = true;
    setPicture(null);
    making?.then(
      (made) => isCurrent && setPicture(made),
      () => isCurrent && choose('transparent'), // no memory for another picture of this size
    );
    return () => {
      isCurrent = false;
    };
  }, [making]);
  /** Also while it is being made. */
  const give = useCallback(async () => making?.catch(() => cutout) ?? null, [making, cutout]);
  return { ground, choose, picture, give };
}

function make(cutout: Blob, ground: Ground): Promise<Blob> {
  return ground === 'transparent' ? Promise.resolve(cutout) : flattened(cutout, COLOURS[ground]);
}
