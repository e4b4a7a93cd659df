/** How well and on what Matte works, and what it did with the last picture. Closed until somebody wants to know. */
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { type Job, QUALITIES } from '@/utils/jobs/job';
import { BackendOptions } from '@/utils/pages/settings/BackendOptions';
import { OptionList } from '@/utils/pages/settings/OptionList';
import { useSettings } from '@/utils/pages/use-settings';
import { describeChoice, QUALITY_WORDS } from '@/utils/ui/describe-settings';
import { LastRun } from './LastRun';

export interface EngineSectionProps {
  readonly db: MatteDb;
  /** The cutout that was finished last. */
  readonly last: Job | null;
}

const QUALITY_OPTIONS = QUALITIES.map((quality) => [quality, QUALITY_WORDS[quality]] as const);

export function EngineSection({ db, last }: EngineSectionProps) {
  const { settings, save } = useSettings(db);
  return (
    <details className="fold engine">
      <summary>
        <h2>{say('popup.engine')}</h2>
        <span className="soft">
          {QUALITY_WORDS[settings.quality].name} · {describeChoice(settings.backend)}
        </span>
      </summary>
      <OptionList
        question={say('popup.quality')}
        name="quality"
        options={QUALITY_OPTIONS}
        chosen={settings.quality}
        onChoose={(quality) => save('quality', quality)}
      />
      <BackendOptions chosen={settings.backend} onChoose={(backend) => save('backend', backend)} />
      <p className="soft">{say('popup.fromNextPicture')}</p>
      <LastRun db={db} last={last} />
    </details>
  );
}
