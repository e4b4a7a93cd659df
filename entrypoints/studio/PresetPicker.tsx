import { BookmarkPlusIcon, PencilIcon, Trash2Icon } from 'lucide-react';
import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { type AnyPreset, titleOf } from '@/utils/pages/preset-titles';
import { fittingPreset, usePresets } from '@/utils/pages/use-presets';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import type { OwnPreset } from '@/utils/studio/own-presets';
import { applyPreset, fitsPreset, NO_PRESET, type Preset } from '@/utils/studio/presets';
import { Button } from '@/utils/ui/Button';
import { Choice } from './Field';
import { PresetNameDialog } from './PresetNameDialog';
import { PresetRemoveDialog } from './PresetRemoveDialog';
import type { Editing } from './use-edits';

export interface PresetPickerProps {
  readonly db: MatteDb;
  readonly editing: Editing;
}

export function PresetPicker({ db, editing: { edits, change } }: PresetPickerProps) {
  const presets = usePresets(db);
  const [asked, setAsked] = useState<'add' | 'rename' | 'remove' | null>(null);
  const fits = fittingPreset(edits, presets) ?? (fitsPreset(edits, NO_PRESET) ? NO_PRESET : undefined);
  const own = presets.own.find((preset) => preset === fits);
  const choose = (id: string) => {
    const preset = [NO_PRESET, ...presets.all].find((each) => each.id === id);
    if (preset) change(applyPreset(edits, preset));
  };
  const close = () => setAsked(null);
  return (
    <div className="presets">
      <Choice
        label={say('studio.presetMadeFor')}
        options={optionsOf(presets.all)}
        value={fits?.id ?? 'own'}
        onChoose={choose}
      />
      {own && <OwnButtons preset={own} onAsk={setAsked} />}
      {!own && isWorthKeeping(edits, fits) && (
        <Button kind="quiet" icon={<BookmarkPlusIcon />} onPress={() => setAsked('add')}>
          {say('studio.presetUseOnAll')}
        </Button>
      )}
      {asked === 'add' && <PresetNameDialog kind="add" onName={(name) => presets.add(name, edits)} onClose={close} />}
      {asked === 'rename' && own && (
        <PresetNameDialog
          kind="rename"
          name={own.name}
          onName={(name) => presets.rename(own.id, name)}
          onClose={close}
        />
      )}
      {asked === 'remove' && own && (
        <PresetRemoveDialog name={own.name} onRemove={() => presets.remove(own.id)} onClose={close} />
      )}
    </div>
  );
}

function optionsOf(all: readonly AnyPreset[]) {
  return [
    ['own', say('studio.presetOwnSettings')],
    [NO_PRESET.id, say('studio.presetNone')],
    ...all.map((preset) => [preset.id, titleOf(preset)] as const),
  ] as const;
}

/** What comes with Matte has a name already. */
function isWorthKeeping({ edge }: Edits, fits: Preset | undefined): boolean {
  return !fits || JSON.stringify(edge) !== JSON.stringify(NO_EDITS.edge);
}

interface OwnButtonsProps {
  readonly preset: OwnPreset;
  readonly onAsk: (what: 'rename' | 'remove') => void;
}

function OwnButtons({ preset: { name }, onAsk }: OwnButtonsProps) {
  return (
    <div className="actions">
      <Button
        kind="quiet"
        icon={<PencilIcon />}
        label={say('studio.presetRenameNamed', { name })}
        onPress={() => onAsk('rename')}
      >
        {say('studio.presetRename')}
      </Button>
      <Button
        kind="quiet"
        icon={<Trash2Icon />}
        label={say('studio.presetRemoveNamed', { name })}
        onPress={() => onAsk('remove')}
      >
        {say('studio.presetRemove')}
      </Button>
    </div>
  );
}
