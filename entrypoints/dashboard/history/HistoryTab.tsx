import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';
import type { TabProps } from '../App';
import { CutoutList } from './CutoutList';
import { KeepSettings } from './KeepSettings';
import { LockedCutouts } from './LockedCutouts';
import { useCutouts } from './use-cutouts';

/** All cutouts of whoever is here. */
export function HistoryTab({ world, session, viewer: { owner } }: TabProps) {
  return (
    <div className="history">
      {session.state === 'locked' ? (
        <LockedCutouts world={world} account={session.account} />
      ) : (
        // What one owner has selected, or deleted a moment ago, is none of the next one's.
        <OpenHistory key={owner} world={world} owner={owner} />
      )}
      <KeepSettings db={world.db} />
    </div>
  );
}

function OpenHistory({ world, owner }: Pick<TabProps, 'world'> & { readonly owner: string }) {
  const cutouts = useCutouts(world, owner);
  if (cutouts.state === 'failed') {
    return (
      <Notice sentence={sentenceOf(cutouts.code)}>
        <Button onPress={() => location.reload()}>{say('history.tryAgain')}</Button>
      </Notice>
    );
  }
  if (cutouts.state === 'reading') return <p className="soft">{say('history.reading')}</p>;
  return <CutoutList world={world} owner={owner} all={cutouts.all} opened={cutouts.opened} />;
}
