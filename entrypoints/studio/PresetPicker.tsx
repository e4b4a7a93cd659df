import { NO_EDITS } from '@/utils/studio/edits';
import { PRESETS } from '@/utils/studio/presets';
import { Choice } from './Field';
import type { Editing } from './use-edits';

const OPTIONS = [
  ['own', 'My own settings'],
  ['none', 'As it was cut out'],
  ...PRESETS.map(({ id, title }) => [id, title] as const),
] as const;

export function PresetPicker({ editing: { edits, change } }: { readonly editing: Editing }) {
  const wanted = JSON.stringify(edits);
  const all = [{ id: 'none', edits: NO_EDITS }, ...PRESETS];
  const fits = all.find((preset) => JSON.stringify(preset.edits) === wanted);
  const choose = (id: string) => {
    const preset = all.find((each) => each.id === id);
    if (preset) change(preset.edits);
  };
  return (
    <div className="presets">
      <Choice label="Made for" options={OPTIONS} value={fits?.id ?? 'own'} onChoose={choose} />
    </div>
  );
}
