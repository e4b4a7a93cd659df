/** Account: one quiet line at the bottom, unfolded by who wants one, or by "Unlock to see them". */
import { type RefObject, useState } from 'react';
import { mustAskAgain } from '@/utils/account/consent';
import type { AccountWorld } from '@/utils/account/ports';
import type { Session } from '@/utils/account/session';
import { PolicyUpdate } from '../consents/PolicyUpdate';
import { GuestAccount } from './GuestAccount';
import { LockedAccount } from './LockedAccount';
import { OpenAccount } from './OpenAccount';
import { RecoveryCode } from './RecoveryCode';
import { useTitleFocus } from './use-focus';

export interface AccountSectionProps {
  readonly world: AccountWorld;
  readonly session: Session;
  readonly ref: RefObject<HTMLDetailsElement | null>;
}

const STATE_WORDS = { guest: 'Not signed in', locked: 'Locked', unlocked: 'Unlocked' } as const;

export function AccountSection({ world, session, ref }: AccountSectionProps) {
  const [code, setCode] = useState<string | null>(null);
  // Whoever finds the window locked is not shown the way in; it comes back with the password.
  const shown = session.state === 'locked' ? null : code;
  useTitleFocus(ref, `${session.state} ${shown !== null}`);
  return (
    <details className="fold account" ref={ref}>
      <summary>
        <h2>Account</h2>
        <span className="soft" role="status">
          {STATE_WORDS[session.state]}
          {isAsked(world, session) && ' · new policy'}
        </span>
      </summary>
      <PolicyUpdate world={world} session={session} />
      {shown === null ? (
        <Account world={world} session={session} onCode={setCode} />
      ) : (
        <RecoveryCode world={world} code={shown} onDone={() => setCode(null)} />
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
  readonly onCode: (recoveryCode: string) => void;
}

function Account({ world, session, onCode }: AccountProps) {
  if (session.state === 'guest') return <GuestAccount world={world} onCode={onCode} />;
  if (session.state === 'locked') return <LockedAccount world={world} onCode={onCode} />;
  return <OpenAccount world={world} session={session} onCode={onCode} />;
}
