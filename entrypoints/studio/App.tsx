/** One cutout on the left, what can be made of it on the right. Pixels are the worker's; the page shows and asks. */

import type { Vault } from '@/utils/history/courier';
import { say } from '@/utils/i18n/say';
import { Notice } from '@/utils/ui/Notice';
import { EmptyStudio } from './EmptyStudio';
import type { Host } from './host';
import { Studio } from './Studio';
import { useOpened } from './use-opened';

export interface AppProps {
  readonly vault: Vault;
  readonly host: Host;
  readonly entryId: string;
}

/** @param entryId '' while there is nothing to edit yet */
export function App({ vault, host, entryId }: AppProps) {
  return entryId === '' ? <EmptyStudio db={vault.db} /> : <Cutout {...{ vault, host, entryId }} />;
}

function Cutout({ vault, host, entryId }: AppProps) {
  const opened = useOpened(vault, host, entryId);
  if (opened.state === 'open') return <Studio db={vault.db} host={host} entryId={entryId} opened={opened} />;
  return (
    <main className="studio-closed" aria-busy={opened.state === 'opening'}>
      <h1>{say('studio.studio')}</h1>
      {opened.state === 'closed' ? <Notice sentence={opened.sentence} /> : <p role="status">{say('studio.opening')}</p>}
      <a href="/dashboard.html#history">{say('studio.allCutouts')}</a>
    </main>
  );
}
