import { useState } from 'react';
import type { StoredAccount } from '@/utils/account/account';
import { unlock } from '@/utils/account/login';
import { passkeysOf } from '@/utils/account/passkeys';
import type { AccountWorld } from '@/utils/account/ports';
import { signOut } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { describeRefusal } from './account-words';
import type { IssuedCode } from './issued-code';
import { PasskeyUnlock } from './PasskeyUnlock';
import { PasswordForm } from './PasswordForm';
import { RecoverForm } from './RecoverForm';
import { usePasskeySupport } from './use-passkeys';

export interface LockedAccountProps {
  readonly world: AccountWorld;
  readonly account: StoredAccount;
  readonly onCode: (issued: IssuedCode) => void;
}

/** Somebody is signed in, and their cutouts do not open until the password comes again. */
export function LockedAccount({ world, account, onCode }: LockedAccountProps) {
  const canUsePasskeys = usePasskeySupport();
  const [isForgotten, setForgotten] = useState(false);
  if (isForgotten) {
    const back = <Button onPress={() => setForgotten(false)}>{say('pages.back')}</Button>;
    return <RecoverForm world={world} onCode={onCode} others={back} />;
  }
  const act = async (password: string) => {
    const outcome = await unlock(world, password);
    return outcome.ok ? null : describeRefusal(outcome, 'unlock');
  };
  const others = (
    <>
      <Button onPress={() => setForgotten(true)}>{say('pages.forgotPassword')}</Button>
      <Button onPress={() => void signOut(world)}>{say('pages.signOut')}</Button>
    </>
  );
  return (
    <div className="account-form">
      <PasswordForm label={say('pages.unlock')} verb={say('pages.unlock')} act={act} others={others} />
      {canUsePasskeys && passkeysOf(account).length > 0 && <PasskeyUnlock world={world} />}
    </div>
  );
}
