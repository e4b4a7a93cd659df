/** Many pictures at once: what is given, what it will cost, how far it is, and all of it as one file. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { tallyOf } from '@/utils/batch/batch';
import { readBatch } from '@/utils/batch/batch-store';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Notice } from '@/utils/ui/Notice';
import type { TabProps } from '../App';
import { NewBatch } from './NewBatch';
import { OpenBatch } from './OpenBatch';
import { pageTabOf } from './page-tab';
import { useBatchActions } from './use-batch-actions';

export function BatchTab({ world, session, viewer: { owner } }: TabProps) {
  if (session.state === 'locked') return <LockedBatch db={world.db} owner={owner} />;
  // What one owner has chosen is none of the next one's.
  return <BatchOf key={owner} world={world} owner={owner} />;
}

function BatchOf({ world, owner }: Pick<TabProps, 'world'> & { readonly owner: string }) {
  const { db } = world;
  const batch = useLiveQuery(async () => readBatch(db, owner), [db, owner]);
  const actions = useBatchActions(db, owner);
  const [pageTab, setPageTab] = useState(() => pageTabOf(location.search));
  if (batch === undefined) return <p className="soft">{say('batch.reading')}</p>;
  return (
    <div className="batch">
      {actions.fault && <Notice sentence={sentenceOf(actions.fault)} />}
      {batch ? (
        <OpenBatch vault={world} batch={batch} actions={actions} />
      ) : (
        <NewBatch db={db} pageTab={pageTab} onPageLeft={() => setPageTab(null)} onStart={actions.start} />
      )}
    </div>
  );
}

/** How many, and nothing of what they are. */
function LockedBatch({ db, owner }: { readonly db: TabProps['world']['db']; readonly owner: string }) {
  const batch = useLiveQuery(async () => readBatch(db, owner), [db, owner]);
  const tally = batch && tallyOf(batch.jobs);
  return (
    <section className="batch-locked" aria-labelledby="batch-title">
      <h2 id="batch-title">{say('batch.lockedTitle')}</h2>
      <p className="soft">
        {tally ? say('batch.lockedCount', { done: tally.done, total: tally.total }) : say('batch.lockedNone')}
      </p>
      <p>
        <a href="#history">{say('batch.unlock')}</a>
      </p>
    </section>
  );
}
