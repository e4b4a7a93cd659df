import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { titleOf } from '@/utils/pages/preset-titles';
import { usePresets } from '@/utils/pages/use-presets';
import { applyPreset, fitsPreset, NO_PRESET } from '@/utils/studio/presets';
import { Choice } from './Field';
import type { Editing } from './use-edits';

export interface PresetPickerProps {
  readonly db: MatteDb;
  readonly editing: Editing;
}

export function PresetPicker({ db, editing: { edits, change } }: PresetPickerProps) {
  const presets = usePresets(db);
  const all = [NO_PRESET, ...presets.all];
  const fits = all.find((preset) => fitsPreset(edits, preset));
  const options = [
    ['own', say('studio.presetOwnSettings')],
    ['none', say('studio.presetNone')],
    ...presets.all.map((preset) => [preset.id, titleOf(preset)] as const),
  ] as const;
  const choose = (id: string) => {
    const preset = all.find((each) => each.id === id);
    if (preset) change(applyPreset(edits, preset));
  };
  return (
    <div className="presets">
      <Choice label={say('studio.presetMadeFor')} options={options} value={fits?.id ?? 'own'} onChoose={choose} />
    </div>
  );
}
