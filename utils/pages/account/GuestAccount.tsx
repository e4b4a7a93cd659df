import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import type { IssuedCode } from './issued-code';
import { RecoverForm } from './RecoverForm';
import { RegisterForm } from './RegisterForm';
import { SignInForm } from './SignInForm';

export interface GuestAccountProps {
  readonly world: AccountWorld;
  readonly onCode: (issued: IssuedCode) => void;
}

type Way = 'none' | 'recover' | 'register' | 'sign-in';

/** Nobody is signed in: what an account is for, and the three ways to one. */
export function GuestAccount({ world, onCode }: GuestAccountProps) {
  const [way, setWay] = useState<Way>('none');
  const back = <Button onPress={() => setWay('none')}>{say('pages.back')}</Button>;
  if (way === 'register') return <RegisterForm world={world} onCode={onCode} others={back} />;
  if (way === 'recover') return <RecoverForm world={world} onCode={onCode} others={back} />;
  if (way === 'sign-in') {
    const forgot = <Button onPress={() => setWay('recover')}>{say('pages.forgotPassword')}</Button>;
    return (
      <SignInForm
        world={world}
        others={
          <>
            {forgot}
            {back}
          </>
        }
      />
    );
  }
  return (
    <div className="account-form">
      <p>{say('pages.whyAccount')}</p>
      <div className="actions">
        <Button kind="primary" onPress={() => setWay('register')}>
          {say('pages.register')}
        </Button>
        <Button onPress={() => setWay('sign-in')}>{say('pages.signIn')}</Button>
      </div>
    </div>
  );
}
