import { type FormEvent, useState } from 'react';
import { type MessageKey, say } from '@/utils/i18n/say';
import { MAX_PRESET_NAME, MAX_PRESETS, type PresetRefusal } from '@/utils/studio/own-presets';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';

const WORDS = {
  add: { title: 'studio.presetAddTitle', about: 'studio.presetAddAbout', done: 'studio.presetAdd' },
  rename: { title: 'studio.presetRenameTitle', about: 'studio.presetRenameAbout', done: 'studio.presetRename' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MessageKey>>>>;

const REFUSALS: Readonly<Record<PresetRefusal, MessageKey>> = {
  nameless: 'studio.presetNameless',
  'too-long': 'studio.presetTooLong',
  taken: 'studio.presetTaken',
  'too-many': 'studio.presetTooMany',
  gone: 'studio.presetGone',
};

export interface PresetNameDialogProps {
  readonly kind: keyof typeof WORDS;
  readonly name?: string;
  readonly onName: (name: string) => Promise<PresetRefusal | null>;
  readonly onClose: () => void;
}

export function PresetNameDialog({ kind, name: before = '', onName, onClose }: PresetNameDialogProps) {
  const [name, setName] = useState(before);
  const [refusal, setRefusal] = useState<PresetRefusal | null>(null);
  const words = WORDS[kind];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = await onName(name);
    setRefusal(refused);
    if (!refused) onClose();
  };
  return (
    <ConfirmDialog title={say(words.title)} description={<p>{say(words.about)}</p>} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <label className="field">
          {say('studio.presetName')}
          <input
            type="text"
            value={name}
            maxLength={2 * MAX_PRESET_NAME}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <p className="refusal" role="alert">
          {refusal && say(REFUSALS[refusal], { most: refusal === 'too-many' ? MAX_PRESETS : MAX_PRESET_NAME })}
        </p>
        <div className="actions">
          <button type="submit" className="button" data-kind="primary">
            {say(words.done)}
          </button>
          <ConfirmCancel />
        </div>
      </form>
    </ConfirmDialog>
  );
}
