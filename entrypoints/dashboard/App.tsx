/** What the popup has no room for: the whole history, the account, what is held here and what became of it. */

import { Direction, Tabs } from 'radix-ui';
import { useMemo } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { createAccountWorld } from '@/utils/pages/account/account-world';
import { useSession } from '@/utils/pages/account/use-session';
import { type Viewer, viewerOf } from '@/utils/pages/account/viewer-of';
import { Advisories } from '@/utils/pages/advisories/Advisories';
import { PolicyUpdate } from '@/utils/pages/consents/PolicyUpdate';
import { useVisit } from '@/utils/pages/statistics/use-visit';
import { AccountTab } from './account/AccountTab';
import { BatchTab } from './batch/BatchTab';
import { HistoryTab } from './history/HistoryTab';
import { PrivacyTab } from './privacy/PrivacyTab';
import { SettingsTab } from './settings/SettingsTab';
import { StatisticsTab } from './statistics/StatisticsTab';
import { useTab } from './use-tab';

/** What each tab gets. */
export interface TabProps {
  readonly world: AccountWorld;
  readonly session: Session;
  readonly viewer: Viewer;
}

const TABS = [
  { id: 'history', title: 'dashboard.history', Tab: HistoryTab },
  { id: 'batch', title: 'batch.tab', Tab: BatchTab },
  { id: 'account', title: 'dashboard.account', Tab: AccountTab },
  { id: 'privacy', title: 'dashboard.privacy', Tab: PrivacyTab },
  { id: 'statistics', title: 'dashboard.statistics', Tab: StatisticsTab },
  { id: 'settings', title: 'settings.title', Tab: SettingsTab },
] as const;

export function App({ db }: { readonly db: MatteDb }) {
  const world = useMemo(() => createAccountWorld(db), [db]);
  const session = useSession(world);
  const viewer = viewerOf(session);
  useVisit(db, viewer?.owner);
  const [tab, show] = useTab(TABS.map(({ id }) => id));
  return (
    <Direction.Provider dir={document.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <Tabs.Root className="dashboard" value={tab} onValueChange={show} activationMode="manual">
        <header>
          <h1>{say('dashboard.name')}</h1>
          <Tabs.List aria-label={say('dashboard.tabs')} className="tabs">
            {TABS.map(({ id, title }) => (
              <Tabs.Trigger key={id} value={id} className="tab">
                {say(title)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {/* A page of its own, because it wants all of the window. */}
          <a className="to-studio" href="/studio.html">
            {say('studio.studio')}
          </a>
        </header>
        <main aria-busy={!session}>
          <Advisories db={db} />
          {session && <PolicyUpdate world={world} session={session} />}
          {TABS.map(({ id, Tab }) => (
            <Tabs.Content key={id} value={id}>
              {session && viewer && <Tab world={world} session={session} viewer={viewer} />}
            </Tabs.Content>
          ))}
        </main>
      </Tabs.Root>
    </Direction.Provider>
  );
}
