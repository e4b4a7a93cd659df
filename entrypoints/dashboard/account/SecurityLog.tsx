import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { StoredSecurityEvent } from '@/utils/account/account';
import { readSecurityLog } from '@/utils/account/security-log-store';
import { locale, say } from '@/utils/i18n/say';
import { SECURITY_WORDS } from '@/utils/pages/account/security-words';
import { Button } from '@/utils/ui/Button';
import type { OpenProps } from './OpenSections';
import { Section } from './Section';

const PAGE = 10;

/** For somebody who wonders whether somebody else was here. */
export function SecurityLog({ world: { db }, session: { account } }: OpenProps) {
  const [shown, setShown] = useState(PAGE);
  const events = useLiveQuery(async () => readSecurityLog(db, account.emailHash), [db, account.emailHash]) ?? [];
  return (
    <Section title={say('account.log')}>
      <p className="soft">{say('account.logMeaning')}</p>
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{say('account.logWhat')}</th>
            <th scope="col">{say('account.logWhen')}</th>
            <th scope="col">{say('account.logWhere')}</th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, shown).map((event) => (
            <Line key={event.id} event={event} />
          ))}
        </tbody>
      </table>
      {events.length > shown && (
        <div className="actions">
          <Button onPress={() => setShown(shown + 5 * PAGE)}>
            {say('account.logMore', { count: events.length - shown })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Line({ event: { event, at, browser } }: { readonly event: StoredSecurityEvent }) {
  const time = new Date(at);
  return (
    <tr data-wrong={event.startsWith('wrong-') || undefined}>
      <td>{SECURITY_WORDS[event]}</td>
      <td>
        <time dateTime={time.toISOString()}>
          {time.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </td>
      <td>
        <bdi>{browser}</bdi>
      </td>
    </tr>
  );
}
