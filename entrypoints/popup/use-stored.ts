import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Vault } from '@/utils/history/courier';
import type { Viewer } from '@/utils/pages/account/viewer-of';
import { createKeep, readStored, type Stored } from './read-stored';

/** Undefined until read, and until it is known who looks. */
export function useStored(vault: Vault, viewer: Viewer | undefined, frontId: string | null): Stored | undefined {
  const { owner, isLocked } = viewer ?? {};
  // What one viewer has seen is nothing for the next.
  const keep = useMemo(createKeep, [owner, isLocked]);
  return useLiveQuery(async () => {
    if (owner === undefined || isLocked === undefined) return undefined;
    return readStored(vault, { owner, isLocked }, frontId, keep);
  }, [vault, owner, isLocked, frontId, keep]);
}
