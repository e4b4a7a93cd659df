/** What is held here of whoever sits here, and what they can do about it: take it along, bring it back, delete it. */

import { type ReactNode, useMemo, useState } from 'react';
import { say, sayWith } from '@/utils/i18n/say';
import type { Receipt } from '@/utils/privacy/receipt';
import { GUEST_SUBJECT, subjectOf } from '@/utils/privacy/subject';
import type { TabProps } from '../App';
import { EraseSection } from './EraseSection';
import { ExportPart } from './ExportPart';
import { Holdings } from './Holdings';
import { ImportPart } from './ImportPart';
import './privacy.css';
import { Promises } from './Promises';
import { ReceiptView } from './ReceiptView';

const link = (words: ReactNode[]) => (
  <a key="link" href="#account">
    {words}
  </a>
);

export function PrivacyTab({ world, session, viewer }: TabProps) {
  const { owner } = viewer;
  const emailHash = session.state === 'guest' ? null : session.account.emailHash;
  const subject = useMemo(
    () => (emailHash === null ? GUEST_SUBJECT : subjectOf({ id: owner, emailHash })),
    [owner, emailHash],
  );
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <div className="privacy">
      {receipt && <ReceiptView key={receipt.at} receipt={receipt} onClose={() => setReceipt(null)} />}
      <section aria-label={say('privacy.holds')}>
        <h2>{say(emailHash === null ? 'privacy.holdsTitleGuest' : 'privacy.holdsTitle')}</h2>
        <Holdings db={world.db} subject={subject} />
      </section>
      <section aria-label={say('privacy.take')}>
        <h2>{say('privacy.take')}</h2>
        {/* A key for each, so that nobody sees what somebody else was told. */}
        {/* It asks for the password anyway; and an account whose profile is damaged stays locked, but can still be taken along. */}
        <ExportPart key={`export ${owner}`} world={world} isGuest={emailHash === null} />
        {viewer.isLocked ? (
          <p>{sayWith<ReactNode>('privacy.locked', { link })}</p>
        ) : (
          <ImportPart key={`import ${owner}`} world={world} />
        )}
      </section>
      <EraseSection world={world} subject={subject} onErased={setReceipt} />
      <section aria-label={say('privacy.promises')}>
        <h2>{say('privacy.promises')}</h2>
        <Promises />
      </section>
    </div>
  );
}
