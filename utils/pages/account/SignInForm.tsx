import { type ReactNode, useState } from 'react';
import { login } from '@/utils/account/login';
import type { AccountWorld } from '@/utils/account/ports';
import { say } from '@/utils/i18n/say';
import { AccountForm } from './AccountForm';
import { describeRefusal } from './account-words';
import { Field } from './Field';

export interface SignInFormProps {
  readonly world: AccountWorld;
  readonly others: ReactNode;
}

export function SignInForm({ world, others }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = async () => {
    const outcome = await login(world, { email, password });
    return outcome.ok ? null : describeRefusal(outcome, 'login');
  };
  return (
    <AccountForm label={say('pages.signIn')} verb={say('pages.signIn')} act={act} others={others}>
      <Field label={say('pages.email')} type="email" autoComplete="username" value={email} onChange={setEmail} />
      <Field
        label={say('pages.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </AccountForm>
  );
}
