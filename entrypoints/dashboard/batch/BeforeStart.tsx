import { useState } from 'react';
import { MAX_PICTURES } from '@/utils/batch/batch';
import type { Choice } from '@/utils/batch/choose';
import { needOf } from '@/utils/batch/need';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { useCredits } from '@/utils/pages/use-credits';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import { Button } from '@/utils/ui/Button';
import { describeNeed } from './batch-words';
import type { OfferedFile } from './dropped-files';
import { PresetSelect } from './PresetSelect';

export interface BeforeStartProps {
  readonly db: MatteDb;
  readonly count: number;
  readonly left: Pick<Choice<OfferedFile>, 'skipped' | 'tooMany'>;
  readonly onStart: (edits: Edits) => void;
  readonly onBack: () => void;
}

/** What has been given, what it will cost, and what is to become of it: nothing has begun yet. */
export function BeforeStart({ db, count, left: { skipped, tooMany }, onStart, onBack }: BeforeStartProps) {
  const [edits, setEdits] = useState(NO_EDITS);
  const credits = useCredits(db);
  const need = credits && needOf(count, credits);
  return (
    <section className="batch-before" aria-labelledby="batch-title">
      <h2 id="batch-title">{say('batch.beforeTitle', { count })}</h2>
      {tooMany > 0 && <p>{say('batch.tooMany', { tooMany, max: MAX_PICTURES })}</p>}
      {skipped > 0 && <p className="soft">{say('batch.skipped', { skipped })}</p>}
      <p data-tone={need && need.previews > 0 ? 'none' : undefined} className="batch-need">
        {need ? describeNeed(need) : say('batch.reading')}
      </p>
      <PresetSelect db={db} edits={edits} onChoose={setEdits} />
      <p className="soft">{say('batch.presetHint')}</p>
      <div className="batch-buttons">
        <Button kind="primary" onPress={() => onStart(edits)} disabled={!need}>
          {say('batch.start', { count })}
        </Button>
        <Button onPress={onBack}>{say('batch.back')}</Button>
      </div>
    </section>
  );
}
