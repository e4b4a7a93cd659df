import type { MatteDb } from '@/utils/db';
import { joinSentences } from '@/utils/i18n/join-sentences';
import { say } from '@/utils/i18n/say';
import type { Job, Outcome } from '@/utils/jobs/job';
import { CopyDiagnostics } from '@/utils/pages/support/CopyDiagnostics';
import { describeWhy } from '@/utils/ui/describe-backend';
import { describeDuration } from '@/utils/ui/describe-job';
import { RUNG_WORDS } from '@/utils/ui/describe-settings';

export interface LastRunProps {
  readonly db: MatteDb;
  readonly last: Job | null;
}

export function LastRun({ db, last }: LastRunProps) {
  return (
    <div className="last-run">
      {last?.outcome && <RunWords outcome={last.outcome} />}
      <CopyDiagnostics db={db} last={last} />
    </div>
  );
}

function RunWords({ outcome: { backend, ms, why = [] } }: { readonly outcome: Outcome }) {
  const reasons = joinSentences(describeWhy(why));
  return (
    <>
      <p>{say('popup.lastRun', { rung: RUNG_WORDS[backend], duration: describeDuration(ms) })}</p>
      {reasons !== '' && <p className="soft">{say('popup.lastRunWhy', { reasons })}</p>}
    </>
  );
}
