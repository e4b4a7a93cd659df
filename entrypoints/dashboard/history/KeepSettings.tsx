import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import type { ErrorCode } from '@/utils/errors';
import { KEEP_BYTES, KEEP_RESULTS, type KeepBytes, type KeepResults } from '@/utils/history/retention';
import { type MessageKey, say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { useSettings } from '@/utils/pages/use-settings';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { Notice } from '@/utils/ui/Notice';
import { useKeepLess } from './use-keep-less';

export const KEEP_WORDS: Readonly<Record<KeepResults, MessageKey>> = {
  '1h': 'history.keep1h',
  '24h': 'history.keep24h',
  '30d': 'history.keep30d',
  forever: 'history.keepForever',
};

/** How long and how much history keeps; what is pinned stays. */
export function KeepSettings({ db }: { readonly db: MatteDb }) {
  const { settings, save } = useSettings(db);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { change, question } = useKeepLess(db, (_, fault) => setProblem(fault));
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
      {question}
      {problem && <Notice sentence={sentenceOf(problem)} />}
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
