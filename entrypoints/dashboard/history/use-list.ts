/** What is looked for, selected, in front and just deleted, and how one leads to the other. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { countHosts, type Filter, NO_FILTER, search } from '@/utils/history/search';
import type { Cutout } from './cutout';
import { heirOf } from './grid-rows';
import { NOTHING, type Selection, within } from './selection';
import { useCutoutActions } from './use-cutout-actions';
import { type Deletion, useDeletion } from './use-deletion';

export function useList(world: AccountWorld, owner: string, all: readonly Cutout[]) {
  const [filter, setFilter] = useState(NO_FILTER);
  const { found, hosts } = useFound(all, filter);
  const [chosen, select] = useState<Selection>(NOTHING);
  const selection = useMemo(() => within(chosen, found.map(idOf)), [chosen, found]);
  const [shownId, setShownId] = useState<string | null>(null);
  // A new object each time, so that the same cutout can be asked for again.
  const [focusOn, setFocusOn] = useState<{ readonly id: string } | null>(null);
  const actions = useCutoutActions(world, owner);
  const { deletions, settle, ...deletion } = useDeletion(world.db, owner, actions.fail);
  const show = (id: string | null) => {
    actions.forget();
    if (id === null && shownId !== null) setFocusOn({ id: shownId });
    setShownId(id);
  };
  const remove = (ids: readonly string[]) => {
    const heir = heirOf(found, new Set(ids));
    deletion.remove(ids);
    select(NOTHING);
    if (shownId !== null) setShownId(heir);
    else if (heir !== null) setFocusOn({ id: heir });
  };
  const undo = (of: Deletion | undefined) => {
    deletion.undo(of);
    const [id] = of?.ids ?? [];
    if (id) setFocusOn({ id });
  };
  const shown = placeOf(found, shownId);
  return {
    filter,
    setFilter,
    found,
    hosts,
    selection,
    select,
    shown,
    show,
    focusOn,
    actions,
    remove,
    undo,
    deletions,
    settle,
  };
}

const idOf = ({ id }: Cutout) => id;

/** Typing goes before searching. */
function useFound(all: readonly Cutout[], typed: Filter) {
  const filter = useDeferredValue(typed);
  const found = useMemo(() => search(all, filter), [all, filter]);
  const hosts = useMemo(() => countHosts(all, filter), [all, filter]);
  return { found, hosts };
}

/** One and its neighbours; null when it is not in the list any more. */
function placeOf(found: readonly Cutout[], id: string | null) {
  const at = id === null ? -1 : found.findIndex((each) => each.id === id);
  const cutout = found[at];
  return cutout ? { cutout, previous: found[at - 1]?.id ?? null, next: found[at + 1]?.id ?? null } : null;
}
