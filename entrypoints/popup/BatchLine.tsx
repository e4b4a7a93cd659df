import { useLiveQuery } from 'dexie-react-hooks';
import { tallyOf } from '@/utils/batch/batch';
import { readBatch } from '@/utils/batch/batch-store';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { ProgressBar } from '@/utils/ui/ProgressBar';

/** A batch at work, in one line; what it is of stands in the dashboard. */
export function BatchLine({ db, owner }: { readonly db: MatteDb; readonly owner: string | undefined }) {
  const batch = useLiveQuery(async () => (owner === undefined ? null : readBatch(db, owner)), [db, owner]);
  const tally = batch && tallyOf(batch.jobs);
  if (!tally || tally.open === 0) return null;
  const done = tally.total - tally.open;
  const said = say(batch.row.isPaused ? 'batch.popupPaused' : 'batch.popupWorking', { done, total: tally.total });
  return (
    <section className="batch-line" aria-label={say('batch.title')}>
      <p>
        <a href="/dashboard.html#batch" target="_blank" rel="noopener">
          {said}
        </a>
      </p>
      <ProgressBar label={said} fraction={done / tally.total} />
    </section>
  );
}
