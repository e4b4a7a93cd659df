import { useId } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { titleOf } from '@/utils/pages/preset-titles';
import { usePresets } from '@/utils/pages/use-presets';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import { applyPreset, fitsPreset, NO_PRESET } from '@/utils/studio/presets';

export interface PresetSelectProps {
  readonly db: MatteDb;
  readonly edits: Edits;
  readonly onChoose: (edits: Edits) => void;
}

/** What the ZIP makes of each cutout: as it is, or one of the studio's presets. */
export function PresetSelect({ db, edits, onChoose }: PresetSelectProps) {
  const id = useId();
  const presets = usePresets(db);
  const all = [NO_PRESET, ...presets.all];
  const fits = all.find((preset) => fitsPreset(edits, preset));
  const choose = (presetId: string) => {
    const preset = all.find((each) => each.id === presetId);
    if (preset) onChoose(applyPreset(NO_EDITS, preset));
  };
  return (
    <div className="batch-preset">
      <label htmlFor={id}>{say('batch.preset')}</label>
      <select id={id} value={fits?.id ?? 'removed'} onChange={({ target }) => choose(target.value)}>
        <option value={NO_PRESET.id}>{say('batch.presetNone')}</option>
        {presets.all.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {titleOf(preset)}
          </option>
        ))}
        {!fits && <option value="removed">{say('batch.presetRemoved')}</option>}
      </select>
    </div>
  );
}
