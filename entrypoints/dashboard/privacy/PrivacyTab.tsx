/** What is held here of whoever sits here, and what they can do about it: take it along, bring it back, delete it. */
import { useMemo, useState } from 'react';
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
      <section aria-label="What Matte holds">
        <h2>{emailHash === null ? 'What Matte holds of you as a guest' : 'What Matte holds of you'}</h2>
        <Holdings db={world.db} subject={subject} />
      </section>
      <section aria-label="Take it along">
        <h2>Take it along</h2>
        {viewer.isLocked ? (
          <p>
            Your account is locked. <a href="#account">Unlock it</a> to export or import.
          </p>
        ) : (
          <>
            {/* A key for each, so that nobody sees what somebody else was told. */}
            <ExportPart key={`export ${owner}`} world={world} isGuest={emailHash === null} />
            <ImportPart key={`import ${owner}`} world={world} />
          </>
        )}
      </section>
      <EraseSection world={world} subject={subject} onErased={setReceipt} />
      <section aria-label="What Matte promises">
        <h2>What Matte promises</h2>
        <Promises />
      </section>
    </div>
  );
}
