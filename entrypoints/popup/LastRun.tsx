import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import type { Job, Outcome } from '@/utils/jobs/job';
import type { Settings } from '@/utils/settings/settings';
import { Button } from '@/utils/ui/Button';
import { describeWhy } from '@/utils/ui/describe-backend';
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
      {last?.outcome && <RunWords outcome={last.outcome} />}
      <Button onPress={onPress}>{BUTTON[fate]}</Button>
    </div>
  );
}

function RunWords({ outcome: { backend, ms, why = [] } }: { readonly outcome: Outcome }) {
  const reasons = describeWhy(why);
  return (
    <>
      <p>
        Last picture: ran on {RUNG_WORDS[backend]}, took {describeDuration(ms)}.
      </p>
      {reasons.length > 0 && <p className="soft">Why this one: {reasons.join(' ')}</p>}
    </>
  );
}
