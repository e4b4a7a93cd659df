/** One owner's cutouts as they change in whatever window; their names and pages come as they are opened. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { listEntries } from '@/utils/history/list-entries';
import { type Opened, openDetails } from '@/utils/history/open-details';
import { type Cutout, toCutout } from './cutout';

export type Cutouts =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly code: ErrorCode }
  /** Newest first. `opened` of them have their names. */
  | { readonly state: 'read'; readonly all: readonly Cutout[]; readonly opened: number };

const READING: Cutouts = { state: 'reading' };
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
const now = () => performance.now();

export function useCutouts(world: AccountWorld, owner: string): Cutouts {
  const { db, keys } = world;
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const [turn, setTurn] = useState(0);
  // What was open for one owner is nothing for the next.
  const known = useMemo(() => new Map<string, Opened>(), [world, owner]);
  const entries = useLiveQuery(async () => {
    return listEntries(db, owner).catch((error: unknown) => ({ code: codeOf(error) }));
  }, [db, owner]);
  const list = entries && 'code' in entries ? undefined : entries;
  useEffect(() => {
    if (!list) return;
    const stop = new AbortController();
    const progress = { tell: () => setTurn((last) => last + 1), signal: stop.signal };
    openDetails({ keys, pause, now }, list, known, progress).catch((error: unknown) => setFault(codeOf(error)));
    return () => stop.abort();
  }, [keys, list, known]);
  return useMemo(() => {
    if (fault) return { state: 'failed', code: fault };
    if (!entries) return READING;
    if ('code' in entries) return { state: 'failed', code: entries.code };
    const all = entries.map((entry) => toCutout(entry, known.get(entry.id)));
    return { state: 'read', all, opened: all.filter(({ opened }) => opened).length };
    // A turn says that more of `known` is open.
  }, [entries, known, turn, fault]);
}
