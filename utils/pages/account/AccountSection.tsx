/** Account: one quiet line at the bottom, unfolded by who wants one, or by "Unlock to see them". */

import { type RefObject, useState } from 'react';
import { mustAskAgain } from '@/utils/account/consent';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { PolicyUpdate } from '../consents/PolicyUpdate';
import { Avatar } from './Avatar';
import { GuestAccount } from './GuestAccount';
import { codeFor, type IssuedCode } from './issued-code';
import { LockedAccount } from './LockedAccount';
import { OpenAccount } from './OpenAccount';
import { RecoveryCode } from './RecoveryCode';
import { useAvatar } from './use-avatar';
import { useTitleFocus } from './use-focus';

export interface AccountSectionProps {
  readonly world: AccountWorld;
  readonly session: Session;
  readonly ref: RefObject<HTMLDetailsElement | null>;
}

export function AccountSection({ world, session, ref }: AccountSectionProps) {
  const [issued, setIssued] = useState<IssuedCode | null>(null);
  // Whoever finds the window locked is not shown the way in; it comes back with the password.
  const shown = codeFor(session, issued);
  const avatar = useAvatar(session);
  useTitleFocus(ref, `${session.state} ${shown !== null}`);
  return (
    <details className="fold account" ref={ref}>
      <summary>
        <h2>{say('pages.account')}</h2>
        <span className="soft" role="status">
          {say(`pages.state.${session.state}`)}
          {isAsked(world, session) && ` · ${say('pages.newPolicy')}`}
        </span>
        {session.state === 'unlocked' && avatar && <Avatar picture={avatar} name={session.name} />}
      </summary>
      <PolicyUpdate world={world} session={session} />
      {shown === null ? (
        <Account world={world} session={session} onCode={setIssued} />
      ) : (
        <RecoveryCode world={world} code={shown} onDone={() => setIssued(null)} />
      )}
    </details>
  );
}

function isAsked({ policyVersion }: AccountWorld, session: Session): boolean {
  return session.state === 'unlocked' && mustAskAgain(session.account.consents, policyVersion);
}

interface AccountProps {
  readonly world: AccountWorld;
  readonly session: Session;
  readonly onCode: (issued: IssuedCode) => void;
}

function Account({ world, session, onCode }: AccountProps) {
  if (session.state === 'guest') return <GuestAccount world={world} onCode={onCode} />;
  if (session.state === 'locked') return <LockedAccount world={world} account={session.account} onCode={onCode} />;
  return <OpenAccount world={world} session={session} onCode={onCode} />;
}
