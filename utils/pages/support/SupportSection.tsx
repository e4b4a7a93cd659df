import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import { readLog } from '@/utils/diagnostics/log';
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
      <h2 id="support">Support</h2>
      <p>
        When something goes wrong, diagnostics help to find out why: versions, times and error codes of the last 30
        days. No address, no file name, nothing of a picture. Nothing is sent until you send it.
      </p>
      <div className="actions">
        <CopyDiagnostics db={db} last={last} />
        {facts && (
          <a className="button" href={supportMail(facts.version, diagnosticsText(facts))}>
            Write to support
          </a>
        )}
      </div>
      {log.length > 0 && (
        <ul className="log" aria-label="What went wrong lately">
          {log.map(({ id, at, code }) => (
            <li key={id}>
              <span className="soft">
                {new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })} · {code}
              </span>
              <span>{sentenceOf(code)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
