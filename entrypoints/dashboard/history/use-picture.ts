import { useEffect, useState } from 'react';
import { cutoutId } from '@/utils/db';
import type { Vault } from '@/utils/history/courier';
import { type Picture, readPicture } from '@/utils/history/read-picture';

/** A cutout at its full size; null until it is opened. */
export function usePicture(vault: Vault, id: string): Picture | null {
  const [read, setRead] = useState<{ readonly id: string; readonly picture: Picture } | null>(null);
  useEffect(() => {
    let isStale = false;
    readPicture(vault, cutoutId(id))
      .catch((): Picture => ({ state: 'damaged' }))
      .then((picture) => !isStale && setRead({ id, picture }));
    return () => {
      isStale = true;
    };
  }, [vault, id]);
  return read?.id === id ? read.picture : null;
}
