/** Everything that can be chosen, on one page that can be searched. Each choice holds at once; there is nothing to submit. */
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { codeOf } from '@/utils/errors';
import { storageFault } from '@/utils/history/make-room';
import { locale, say } from '@/utils/i18n/say';
import { useSettings } from '@/utils/pages/use-settings';
import { findSettings } from '@/utils/settings/find-settings';
import { Button } from '@/utils/ui/Button';
import type { TabProps } from '../App';
import { AccountSettings } from './AccountSettings';
import { CopySettings } from './CopySettings';
import { CuttingSettings } from './CuttingSettings';
import { type Desk, DeskContext, type Saved } from './desk';
import { ExportSettings } from './ExportSettings';
import { HistorySettings } from './HistorySettings';
import { KeyboardSettings } from './KeyboardSettings';
import { LookSettings } from './LookSettings';
import { SearchField } from './SearchField';
import { SiteSettings } from './SiteSettings';
import { describe, findables, SECTIONS, type SectionId } from './setting-list';
import { TransferSettings } from './TransferSettings';
import './settings.css';

const PARTS: Readonly<Record<SectionId, () => ReactNode>> = {
  look: LookSettings,
  cutting: CuttingSettings,
  copy: CopySettings,
  export: ExportSettings,
  history: HistorySettings,
  account: AccountSettings,
  sites: SiteSettings,
  keyboard: KeyboardSettings,
  transfer: TransferSettings,
};

export function SettingsTab({ world: { db } }: TabProps) {
  const { settings, save } = useSettings(db);
  const [saved, tell] = useState<Saved | null>(null);
  const [query, setQuery] = useState('');
  const all = useMemo(findables, [locale()]);
  const found = findSettings(all, useDeferredValue(query));
  const set: Desk['set'] = async (key, value) => {
    tell(null);
    tell({ id: key, problem: await save(key, value) });
  };
  const attempt: Desk['attempt'] = (id, act) => {
    tell(null);
    act().then(
      () => tell({ id, problem: null }),
      async (error) => tell({ id, problem: codeOf(await storageFault(error)) }),
    );
  };
  return (
    <DeskContext value={{ db, settings, set, attempt, tell, saved, found }}>
      <div className="settings">
        <h2>{say('settings.title')}</h2>
        <SearchField query={query} count={found.size} onQuery={setQuery} />
        <p className="unseen" role="status">
          {saved && said(saved)}
        </p>
        {found.size === 0 && (
          <div className="nothing-found">
            <p>{say('settings.nothingFound', { query: query.trim() })}</p>
            <Button onPress={() => setQuery('')}>{say('settings.showAll')}</Button>
          </div>
        )}
        {SECTIONS.map(({ id, title, settings: ids }) => {
          const Part = PARTS[id];
          return (
            <section key={id} aria-labelledby={`section-${id}`} hidden={!ids.some((each) => found.has(each))}>
              <h3 id={`section-${id}`}>{say(title)}</h3>
              <Part />
            </section>
          );
        })}
      </div>
    </DeskContext>
  );
}

function said({ id, problem }: Saved): string {
  // A problem is an alert beside the setting.
  return problem ? '' : say('settings.savedName', { name: describe(id).name });
}
