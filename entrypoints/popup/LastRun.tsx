import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import type { Job } from '@/utils/jobs/job';
import type { Settings } from '@/utils/settings/settings';
import { Button } from '@/utils/ui/Button';
import { describeDuration } from '@/utils/ui/describe-job';
import { RUNG_WORDS } from '@/utils/ui/describe-settings';
import { diagnosticsText } from '@/utils/ui/diagnostics';

export interface LastRunProps {
  readonly db: MatteDb;
  readonly settings: Settings;
  readonly last: Job | null;
}

type Fate = 'none' | 'copied' | 'refused';

const BUTTON: Readonly<Record<Fate, string>> = {
  none: 'Copy diagnostics',
  copied: 'Diagnostics copied',
  refused: 'The browser refused. Click here and try again',
};

export function LastRun({ db, settings, last }: LastRunProps) {
  const [fate, setFate] = useState<Fate>('none');
  const copy = async () => {
    const { version } = browser.runtime.getManifest();
    const failed = await db.rungs.toArray();
    const text = diagnosticsText({ version, browser: navigator.userAgent, settings, last, failed });
    await navigator.clipboard.writeText(text);
  };
  const onPress = () =>
    void copy().then(
      () => setFate('copied'),
      () => setFate('refused'),
    );
  return (
    <div className="last-run">
      {last?.outcome && (
        <p>
          Last picture: {RUNG_WORDS[last.outcome.backend]}, {describeDuration(last.outcome.ms)}.
        </p>
      )}
      <Button onPress={onPress}>{BUTTON[fate]}</Button>
    </div>
  );
}
