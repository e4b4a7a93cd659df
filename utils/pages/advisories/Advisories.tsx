import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import { joinSentences } from '@/utils/i18n/join-sentences';
import { say } from '@/utils/i18n/say';
import { ADVISORIES, type Advisory, unreadAdvisories } from '@/utils/ui/advisories';
import { Notice } from '@/utils/ui/Notice';
import { dismissAdvisory, readDismissed } from './dismissed';

export interface AdvisoriesProps {
  readonly db: MatteDb;
  readonly advisories?: readonly Advisory[];
}

/** What has to be known about this version, until it was read. */
export function Advisories({ db, advisories = ADVISORIES }: AdvisoriesProps) {
  const dismissed = useLiveQuery(async () => readDismissed(db), [db]);
  if (!dismissed) return null;
  const { version } = browser.runtime.getManifest();
  return <AdvisoryNotices db={db} advisories={advisories} version={version} dismissed={dismissed} />;
}

export interface AdvisoryNoticesProps extends Required<AdvisoriesProps> {
  /** Matte's own. */
  readonly version: string;
  readonly dismissed: readonly string[];
}

export function AdvisoryNotices({ db, advisories, version, dismissed }: AdvisoryNoticesProps) {
  return unreadAdvisories(advisories, { version, dismissed }).map(({ id, sentence, advice }) => (
    <Notice
      key={id}
      sentence={joinSentences([say(sentence), say(advice)])}
      onDismiss={() => void dismissAdvisory(db, id)}
    />
  ));
}
