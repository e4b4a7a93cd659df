/** What was counted on this device, what can be handed to support, and what was agreed to. */

import { useLiveQuery } from 'dexie-react-hooks';
import { agreesTo } from '@/utils/account/consent';
import { momentAt } from '@/utils/credits/moment';
import { say } from '@/utils/i18n/say';
import { ConsentPanel } from '@/utils/pages/consents/ConsentPanel';
import { useConsents } from '@/utils/pages/consents/use-consents';
import { SupportSection } from '@/utils/pages/support/SupportSection';
import { readStatistics } from '@/utils/statistics/counter';
import { totalsOf } from '@/utils/statistics/summary';
import type { TabProps } from '../App';
import { DeleteStatistics } from './DeleteStatistics';
import { NothingCounted } from './NothingCounted';
import { Plot } from './Plot';
import { TotalsList } from './TotalsList';

export function StatisticsTab({ world, session, viewer }: TabProps) {
  const { db } = world;
  const days = useLiveQuery(async () => readStatistics(db, viewer.owner), [db, viewer.owner]);
  const consents = useConsents(world, session);
  const isCounting = consents !== undefined && agreesTo(consents, 'statistics', world.policyVersion);
  const { day: today } = momentAt(world.now());
  return (
    <div className="statistics">
      <section aria-labelledby="statistics" aria-busy={!days}>
        <h2 id="statistics">{say('statistics.title')}</h2>
        {consents && !isCounting && <NothingCounted hasDays={days !== undefined && days.length > 0} />}
        {days && (isCounting || days.length > 0) && (
          <>
            <TotalsList totals={totalsOf(days)} />
            <Plot days={days} today={today} />
          </>
        )}
        {days && days.length > 0 && <DeleteStatistics db={db} owner={viewer.owner} />}
      </section>
      <SupportSection db={db} owner={viewer.owner} />
      <ConsentPanel world={world} session={session} />
    </div>
  );
}
