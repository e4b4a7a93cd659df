/** The presets that come with Matte and the user's own, and how those are changed. Choosing one is `applyPreset`. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import { changePresets, readSettings } from '@/utils/settings/settings-store';
import type { Edits } from '@/utils/studio/edits';
import { addPreset, type OwnPreset, type PresetRefusal, removePreset, renamePreset } from '@/utils/studio/own-presets';
import { fitsPreset, PRESETS } from '@/utils/studio/presets';
import type { AnyPreset } from './preset-titles';

export interface Presets {
  /** Matte's first; what each is called says `titleOf`. */
  readonly all: readonly AnyPreset[];
  readonly own: readonly OwnPreset[];
  /** Each gives why not, or null. */
  readonly add: (name: string, edits: Edits) => Promise<PresetRefusal | null>;
  readonly rename: (id: string, name: string) => Promise<PresetRefusal | null>;
  readonly remove: (id: string) => Promise<PresetRefusal | null>;
}

export function usePresets(db: MatteDb): Presets {
  const own = useLiveQuery(async () => (await readSettings(db)).presets, [db]) ?? NONE;
  return {
    all: [...PRESETS, ...own],
    own,
    add: (name, edits) => changePresets(db, (presets) => addPreset(presets, crypto.randomUUID(), name, edits)),
    rename: (id, name) => changePresets(db, (presets) => renamePreset(presets, id, name)),
    remove: (id) => changePresets(db, (presets) => removePreset(presets, id)),
  };
}

/** The one that the edits look like: the user's own before Matte's, for it says more. */
export function fittingPreset(edits: Edits, { all, own }: Presets): AnyPreset | undefined {
  return [...own, ...all].find((preset) => fitsPreset(edits, preset));
}

const NONE: readonly OwnPreset[] = [];
