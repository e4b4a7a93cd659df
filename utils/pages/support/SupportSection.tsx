import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import { readLog } from '@/utils/diagnostics/log';
import { locale, say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { diagnosticsText } from '@/utils/ui/diagnostics';
import { supportMail } from '@/utils/ui/support-mail';
import { CopyDiagnostics } from './CopyDiagnostics';
import { lastDoneOf, readFacts } from './facts';

export interface SupportSectionProps {
  readonly db: MatteDb;
  readonly owner: string;
}

const SHOWN = 5;

/** What went wrong lately, and two ways to hand it on; neither sends anything by itself. */
export function SupportSection({ db, owner }: SupportSectionProps) {
  const last = useLiveQuery(async () => lastDoneOf(db, owner), [db, owner]) ?? null;
  const facts = useLiveQuery(async () => readFacts(db, last), [db, last]);
  const log = useLiveQuery(async () => readLog(db, SHOWN), [db]) ?? [];
  return (
    <section aria-labelledby="support">
      <h2 id="support">{say('support.title')}</h2>
      <p>{say('support.intro')}</p>
      <div className="actions">
        <CopyDiagnostics db={db} last={last} />
        {facts && (
          <a className="button" href={supportMail(facts.version, diagnosticsText(facts))}>
            {say('support.write')}
          </a>
        )}
      </div>
      {log.length > 0 && (
        <ul className="log" aria-label={say('support.log')}>
          {log.map(({ id, at, code }) => (
            <li key={id}>
              <span className="soft">
                {new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })} · {code}
              </span>
              <span>{sentenceOf(code)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
