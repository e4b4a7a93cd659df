import { type ReactNode, useState } from 'react';
import { renewRecoveryCode } from '@/utils/account/change-secrets';
import type { AccountWorld } from '@/utils/account/ports';
import { lock, type Session, signOut } from '@/utils/account/session';
import { say, sayWith } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { describeRefusal } from './account-words';
import type { IssuedCode } from './issued-code';
import { LockAfter } from './LockAfter';
import { PasswordForm } from './PasswordForm';

export interface OpenAccountProps {
  readonly world: AccountWorld;
  readonly session: Session & { readonly state: 'unlocked' };
  readonly onCode: (issued: IssuedCode) => void;
}

/** Unlocked: whose it is, and the ways out. */
export function OpenAccount({ world, session: { account, email }, onCode }: OpenAccountProps) {
  return (
    <div className="account-form">
      <p>
        {sayWith<ReactNode>('pages.signedInAs', {
          email,
          b: (children) => (
            <strong key="email">
              <bdi>{children}</bdi>
            </strong>
          ),
        })}
      </p>
      {account.recoveryConfirmedAt === null && <Unconfirmed world={world} accountId={account.id} onCode={onCode} />}
      <LockAfter db={world.db} />
      <div className="actions">
        <Button onPress={() => void lock(world)}>{say('pages.lockNow')}</Button>
        <Button onPress={() => void signOut(world)}>{say('pages.signOut')}</Button>
      </div>
    </div>
  );
}

type UnconfirmedProps = Pick<OpenAccountProps, 'world' | 'onCode'> & { readonly accountId: string };

/** The window may have closed before the code was noted; it cannot be shown again, but replaced. */
function Unconfirmed({ world, accountId, onCode }: UnconfirmedProps) {
  const [isAsking, setAsking] = useState(false);
  const act = async (password: string) => {
    const outcome = await renewRecoveryCode(world, password);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    onCode({ accountId, recoveryCode: outcome.recoveryCode });
    return null;
  };
  if (isAsking) return <PasswordForm label={say('pages.newCode')} verb={say('pages.makeNewCode')} act={act} />;
  return (
    <div className="actions">
      <p>{say('pages.codeUnconfirmed')}</p>
      <Button onPress={() => setAsking(true)}>{say('pages.newCode')}</Button>
    </div>
  );
}
