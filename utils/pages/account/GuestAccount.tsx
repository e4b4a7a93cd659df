import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
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
  const back = <Button onPress={() => setWay('none')}>Back</Button>;
  if (way === 'register') return <RegisterForm world={world} onCode={onCode} others={back} />;
  if (way === 'recover') return <RecoverForm world={world} onCode={onCode} others={back} />;
  if (way === 'sign-in') {
    const forgot = <Button onPress={() => setWay('recover')}>Forgot password</Button>;
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
      <p>Matte works without an account. With one, your cutouts are encrypted on this computer.</p>
      <div className="actions">
        <Button kind="primary" onPress={() => setWay('register')}>
          Register
        </Button>
        <Button onPress={() => setWay('sign-in')}>Sign in</Button>
      </div>
    </div>
  );
}
