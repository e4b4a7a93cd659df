import { useState } from 'react';
import { unlock } from '@/utils/account/login';
import type { AccountWorld } from '@/utils/account/ports';
import { signOut } from '@/utils/account/session';
import { Button } from '@/utils/ui/Button';
import { describeRefusal } from './account-words';
import { PasswordForm } from './PasswordForm';
import { RecoverForm } from './RecoverForm';

export interface LockedAccountProps {
  readonly world: AccountWorld;
  readonly onCode: (recoveryCode: string) => void;
}

/** Somebody is signed in, and their cutouts do not open until the password comes again. */
export function LockedAccount({ world, onCode }: LockedAccountProps) {
  const [isForgotten, setForgotten] = useState(false);
  if (isForgotten) {
    const back = <Button onPress={() => setForgotten(false)}>Back</Button>;
    return <RecoverForm world={world} onCode={onCode} others={back} />;
  }
  const act = async (password: string) => {
    const outcome = await unlock(world, password);
    return outcome.ok ? null : describeRefusal(outcome, 'unlock');
  };
  const others = (
    <>
      <Button onPress={() => setForgotten(true)}>Forgot password</Button>
      <Button onPress={() => void signOut(world)}>Sign out</Button>
    </>
  );
  return <PasswordForm label="Unlock" verb="Unlock" act={act} others={others} />;
}
