import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import { PRESETS } from '@/utils/studio/presets';
import { Choice } from './Field';
import type { Editing } from './use-edits';

const OPTIONS = [
  ['own', 'My own settings'],
  ['none', 'As it was cut out'],
  ...PRESETS.map(({ id, title }) => [id, title] as const),
] as const;

/** What a preset says nothing about: the picture's own faults are mended whatever it is made for. */
const framing = ({ background, frame, shadow }: Edits) => ({ background, frame, shadow });

export function PresetPicker({ editing: { edits, change } }: { readonly editing: Editing }) {
  const wanted = JSON.stringify(framing(edits));
  const all = [{ id: 'none', edits: NO_EDITS }, ...PRESETS];
  const fits = all.find((preset) => JSON.stringify(framing(preset.edits)) === wanted);
  const choose = (id: string) => {
    const preset = all.find((each) => each.id === id);
    if (preset) change({ ...edits, ...framing(preset.edits) });
  };
  return (
    <div className="presets">
      <Choice label="Made for" options={OPTIONS} value={fits?.id ?? 'own'} onChoose={choose} />
    </div>
  );
}
