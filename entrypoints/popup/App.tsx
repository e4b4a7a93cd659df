/**
 * The popup: what can be given, what is being worked on, what came out, with which engine, and whose it is. It may close at
 * any moment, so whatever it shows about jobs comes from their rows.
 */

import { useEffect, useMemo } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { AccountSection } from '@/utils/pages/account/AccountSection';
import { createAccountWorld } from '@/utils/pages/account/account-world';
import { useSession } from '@/utils/pages/account/use-session';
import { useUnlocking } from '@/utils/pages/account/use-unlocking';
import { viewerOf } from '@/utils/pages/account/viewer-of';
import { Advisories } from '@/utils/pages/advisories/Advisories';
import { useVisit } from '@/utils/pages/statistics/use-visit';
import { useCredits } from '@/utils/pages/use-credits';
import { useNow } from '@/utils/pages/use-now';
import { BatchLine } from './BatchLine';
import { CreditLine } from './CreditLine';
import { cancel, cutAnyway, dismiss, prewarm, start, tellCopied, tellSeen } from './commands';
import { DropZone } from './DropZone';
import { EngineSection } from './EngineSection';
import { Footer } from './Footer';
import { resultInFront, workInFront } from './fronts';
import { HistoryGrid } from './HistoryGrid';
import { LockedHistory } from './LockedHistory';
import { Notices } from './Notices';
import { OpenJobs } from './OpenJobs';
import { OtherWays } from './OtherWays';
import { PasteOnOpen } from './PasteOnOpen';
import type { Stored } from './read-stored';
import { lastDone, openJobs, recentFailures } from './select-jobs';
import { useCopyOnOpen } from './use-copy-on-open';
import { useCutouts } from './use-cutouts';
import { useIntake } from './use-intake';
import { useSeen } from './use-seen';
import { useStored } from './use-stored';
import { VoucherSection } from './VoucherSection';

const TICK_MS = 250;
const NOTHING: Stored = { jobs: [], look: null, offered: new Set(), results: [] };

export interface AppProps {
  readonly db: MatteDb;
  /** The cutout to copy on opening. */
  readonly copyId: string | null;
}

export function App({ db, copyId }: AppProps) {
  const world = useMemo(() => createAccountWorld(db), [db]);
  const session = useSession(world);
  const viewer = viewerOf(session);
  const stored = useStored(world, viewer, copyId);
  const { jobs, look, offered, results } = stored ?? NOTHING;
  const credits = useCredits(db);
  const intake = useIntake(start);
  const cutouts = useCutouts(world, tellCopied);
  const unlocking = useUnlocking();
  useSeen(jobs, tellSeen);
  useVisit(db, viewer?.owner);
  useEffect(prewarm, []);
  const isGone = useCopyOnOpen(copyId, stored?.results, cutouts.onCopy);

  const [atWork, ...waiting] = openJobs(jobs);
  const now = useNow(atWork !== undefined, TICK_MS);
  const seen = viewer?.isLocked ? [] : results;
  const [latest, ...earlier] = seen;
  const onDismiss = () => {
    intake.dismiss();
    cutouts.forget();
  };
  return (
    <main className="popup" aria-busy={!stored}>
      <h1 className="unseen">{say('popup.title')}</h1>
      <Advisories db={db} />
      <DropZone isDragging={intake.isDragging} isEmpty={!!stored && !results[0] && !atWork} onFiles={intake.take} />
      <OtherWays />
      <PasteOnOpen onFiles={intake.take} />
      {credits && <CreditLine credits={credits} />}
      <BatchLine db={db} owner={viewer?.owner} />
      <VoucherSection db={db} />
      <Notices
        complaints={intake.complaints}
        copyProblem={isGone ? say('popup.gone') : cutouts.problem}
        failures={recentFailures(jobs, now)}
        offered={offered}
        onDismiss={onDismiss}
        onDismissFailure={dismiss}
        onCutAnyway={(id) => void cutAnyway(id).then((cutout) => cutout && cutouts.copyCutout(id, cutout))}
      />
      {atWork
        ? workInFront({ job: atWork, now, look, onCancel: cancel })
        : latest && resultInFront({ result: latest, ...cutouts })}
      <OpenJobs jobs={waiting} onCancel={cancel} />
      <HistoryGrid results={atWork ? seen : earlier} {...cutouts} />
      {viewer?.isLocked && <LockedHistory count={results.length} onUnlock={unlocking.ask} />}
      <EngineSection db={db} last={lastDone(jobs)} />
      {session && <AccountSection world={world} session={session} ref={unlocking.section} />}
      <Footer />
    </main>
  );
}
