import type { MatteDb } from '@/utils/db';
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
