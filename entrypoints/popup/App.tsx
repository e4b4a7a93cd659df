/**
 * The popup: what can be given, what is being worked on, what came out, and with which engine. It may close at any
 * moment, so whatever it shows about jobs comes from their rows.
 */
import { useCallback, useEffect } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import type { MatteDb } from '@/utils/db';
import { CreditLine } from './CreditLine';
import { cancel, cutAnyway, dismiss, prewarm, start, tellCopied, tellSeen } from './commands';
import { DropZone } from './DropZone';
import { EngineSection } from './EngineSection';
import { resultInFront, workInFront } from './fronts';
import { HistoryGrid } from './HistoryGrid';
import { Notices } from './Notices';
import { OpenJobs } from './OpenJobs';
import { lastDone, openJobs, recentFailures } from './select-jobs';
import { useCopy } from './use-copy';
import { useCopyOnOpen } from './use-copy-on-open';
import { useCredits } from './use-credits';
import { useIntake } from './use-intake';
import { useNow } from './use-now';
import { useSeen } from './use-seen';
import { type Result, type Stored, useStored } from './use-stored';
import { VoucherSection } from './VoucherSection';

const TICK_MS = 250;
const GONE = 'This cutout has been deleted. Right-click the picture again to make a new one.';
const NOTHING: Stored = { jobs: [], look: null, offered: new Set(), results: [] };

export interface AppProps {
  readonly db: MatteDb;
  /** The cutout to copy on opening. */
  readonly copyId: string | null;
}

export function App({ db, copyId }: AppProps) {
  const stored = useStored(db, copyId);
  const { jobs, look, offered, results } = stored ?? NOTHING;
  const credits = useCredits(db);
  const intake = useIntake(start);
  const { copiedId, copyProblem, copyCutout, forgetProblem } = useCopy(tellCopied);
  const onCopy = useCallback(({ entry, cutout }: Result) => cutout && void copyCutout(entry.id, cutout), [copyCutout]);
  useSeen(jobs, tellSeen);
  useEffect(prewarm, []);
  const isGone = useCopyOnOpen(copyId, stored?.results, onCopy);

  const [atWork, ...waiting] = openJobs(jobs);
  const now = useNow(atWork !== undefined, TICK_MS);
  const [latest, ...earlier] = results;
  const onDismiss = () => {
    intake.dismiss();
    forgetProblem();
  };
  const shared = { copiedId, onCopy, onDownload: download };
  return (
    <main className="popup" aria-busy={!stored}>
      <h1 className="unseen">Matte</h1>
      <DropZone isDragging={intake.isDragging} isEmpty={!!stored && !latest && !atWork} onFiles={intake.take} />
      {credits && <CreditLine credits={credits} />}
      <VoucherSection db={db} />
      <Notices
        complaints={intake.complaints}
        copyProblem={isGone ? GONE : copyProblem}
        failures={recentFailures(jobs, now)}
        offered={offered}
        onDismiss={onDismiss}
        onDismissFailure={dismiss}
        onCutAnyway={(id) => void cutAnyway(id).then((cutout) => cutout && copyCutout(id, cutout))}
      />
      {atWork
        ? workInFront({ job: atWork, now, look, onCancel: cancel })
        : latest && resultInFront({ result: latest, ...shared })}
      <OpenJobs jobs={waiting} onCancel={cancel} />
      <HistoryGrid results={atWork ? results : earlier} {...shared} />
      <EngineSection db={db} last={lastDone(jobs)} />
    </main>
  );
}

function download({ entry, cutout }: Result) {
  if (cutout) downloadCutout(cutout, entry.name);
}
