/**
 * The popup: what can be given, what is being worked on, what came out. It may close at any moment, so whatever it
 * shows about jobs comes from their rows.
 */
import { useCallback } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import type { MatteDb } from '@/utils/db';
import { cancel, start, tellCopied, tellSeen } from './commands';
import { DropZone } from './DropZone';
import { HistoryGrid } from './HistoryGrid';
import { LatestResult } from './LatestResult';
import { Notices } from './Notices';
import { OpenJobs } from './OpenJobs';
import { openJobs, recentFailures } from './select-jobs';
import { useCopy } from './use-copy';
import { useCopyOnOpen } from './use-copy-on-open';
import { useIntake } from './use-intake';
import { useJobs } from './use-jobs';
import { useNow } from './use-now';
import { type Result, useResults } from './use-results';
import { useSeen } from './use-seen';

const TICK_MS = 250;
const GONE = 'This cutout has been deleted. Right-click the picture again to make a new one.';

export interface AppProps {
  readonly db: MatteDb;
  /** The cutout to copy on opening. */
  readonly copyId: string | null;
}

export function App({ db, copyId }: AppProps) {
  const jobs = useJobs(db);
  const results = useResults(db, copyId);
  const intake = useIntake(start);
  const { copiedId, copyProblem, copyCutout, forgetProblem } = useCopy(tellCopied);
  const onCopy = useCallback(({ entry, cutout }: Result) => cutout && void copyCutout(entry.id, cutout), [copyCutout]);
  useSeen(jobs, tellSeen);
  const isGone = useCopyOnOpen(copyId, results, onCopy);

  const open = openJobs(jobs ?? []);
  const now = useNow(open.length > 0, TICK_MS);
  const [latest, ...earlier] = results ?? [];
  const isEmpty = results?.length === 0 && open.length === 0;
  const onDismiss = () => {
    intake.dismiss();
    forgetProblem();
  };
  const shared = { copiedId, onCopy, onDownload: download };
  return (
    <main className="popup" aria-busy={!jobs || !results}>
      <h1 className="unseen">Matte</h1>
      <DropZone isDragging={intake.isDragging} isEmpty={isEmpty} onFiles={intake.take} />
      <Notices
        complaints={intake.complaints}
        copyProblem={isGone ? GONE : copyProblem}
        failures={recentFailures(jobs ?? [], now)}
        onDismiss={onDismiss}
      />
      <OpenJobs jobs={open} now={now} onCancel={cancel} />
      {latest && <LatestResult result={latest} {...shared} />}
      <HistoryGrid results={earlier} {...shared} />
    </main>
  );
}

function download({ entry, cutout }: Result) {
  if (cutout) downloadCutout(cutout, entry.name);
}
