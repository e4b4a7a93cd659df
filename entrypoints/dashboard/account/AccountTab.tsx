/** The account, with room: for a guest the ways in, for a locked one the way back, for an open one all that can be changed. */

import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { GuestAccount } from '@/utils/pages/account/GuestAccount';
import { codeFor, type IssuedCode } from '@/utils/pages/account/issued-code';
import { LockedAccount } from '@/utils/pages/account/LockedAccount';
import { RecoveryCode } from '@/utils/pages/account/RecoveryCode';
import { useHeadingFocus } from '@/utils/pages/account/use-focus';
import type { TabProps } from '../App';
import './account-tab.css';
import { OpenSections } from './OpenSections';

const TITLES = { guest: 'account.titleGuest', locked: 'account.titleLocked', unlocked: 'account.titleOpen' } as const;

export function AccountTab({ world, session }: TabProps) {
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  // Whoever finds the window locked is not shown the way in.
  const shown = codeFor(session, issued);
  const heading = useHeadingFocus(`${session.state} ${idOf(session)} ${shown !== null}`);
  return (
    <div className="account account-tab">
      <h2 ref={heading} tabIndex={-1}>
        {say(TITLES[session.state])}
      </h2>
      {shown === null ? (
        <Account key={idOf(session)} world={world} session={session} onCode={setIssued} />
      ) : (
        <div className="card">
          <RecoveryCode world={world} code={shown} onDone={() => setIssued(null)} />
        </div>
      )}
    </div>
  );
}

interface AccountProps {
  readonly world: AccountWorld;
  readonly session: Session;
  readonly onCode: (issued: IssuedCode) => void;
}

function Account({ world, session, onCode }: AccountProps) {
  if (session.state === 'unlocked') return <OpenSections world={world} session={session} onCode={onCode} />;
  return (
    <div className="card">
      {session.state === 'guest' ? (
        <GuestAccount world={world} onCode={onCode} />
      ) : (
        <LockedAccount world={world} account={session.account} onCode={onCode} />
      )}
    </div>
  );
}

function idOf(session: Session): string {
  return session.state === 'guest' ? 'guest' : session.account.id;
}
