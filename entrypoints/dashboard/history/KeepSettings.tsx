import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { changeRetention, countLost } from '@/utils/history/apply-retention';
import { KEEP_BYTES, KEEP_RESULTS, type KeepBytes, type KeepResults, type Retention } from '@/utils/history/retention';
import { type MessageKey, say } from '@/utils/i18n/say';
import { useSettings } from '@/utils/pages/use-settings';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';
import { describeBytes } from '@/utils/ui/describe-bytes';

const KEEP_WORDS: Readonly<Record<KeepResults, MessageKey>> = {
  '1h': 'history.keep1h',
  '24h': 'history.keep24h',
  '30d': 'history.keep30d',
  forever: 'history.keepForever',
};

interface Asked {
  readonly change: Partial<Retention>;
  /** Cutouts that it would delete at once. */
  readonly lost: number;
}

/** How long and how much history keeps; what is pinned stays. */
export function KeepSettings({ db }: { readonly db: MatteDb }) {
  const { settings, save } = useSettings(db);
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = async (wish: Partial<Retention>) => {
    const lost = await countLost(db, wish, Date.now());
    if (lost > 0) setAsked({ change: wish, lost });
    else await changeRetention(db, wish, Date.now());
  };
  return (
    <section className="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">{say('history.keepTitle')}</h2>
      <div className="filters">
        <Choice
          label={say('history.keepCutouts')}
          value={settings.keepResults}
          options={KEEP_RESULTS.map((span) => [span, say(KEEP_WORDS[span])])}
          onChoose={(span) => void change({ keepResults: span as KeepResults })}
        />
        <Choice
          label={say('history.atMost')}
          value={settings.keepBytes}
          options={KEEP_BYTES.map((bytes) => [bytes, describeBytes(bytes)])}
          onChoose={(bytes) => void change({ keepBytes: Number(bytes) as KeepBytes })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={settings.keepAddresses}
            onChange={({ target }) => save('keepAddresses', target.checked)}
          />
          {say('history.keepAddresses')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.keepPhotos}
            onChange={({ target }) => save('keepPhotos', target.checked)}
          />
          {say('history.keepPhotos')}
        </label>
      </div>
      <p className="soft">{say('history.keepMeaning')}</p>
      {asked && <Question db={db} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly (readonly [string | number, string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface QuestionProps {
  readonly db: MatteDb;
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** Settings take nothing away without a word. */
function Question({ db, asked: { change, lost }, onClose }: QuestionProps) {
  const act = () => void changeRetention(db, change, Date.now()).then(onClose);
  const words = say('history.keepLess', { count: lost });
  return (
    <ConfirmDialog title={say('history.keepLessTitle')} description={words} onClose={onClose}>
      <div className="actions">
        <ConfirmCancel />
        <Button onPress={act}>{say('history.deleteCutouts', { count: lost })}</Button>
      </div>
    </ConfirmDialog>
  );
}
