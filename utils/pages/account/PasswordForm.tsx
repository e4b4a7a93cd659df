import { type ReactNode, useState } from 'react';
import { say } from '@/utils/i18n/say';
import { AccountForm } from './AccountForm';
import type { Refusal } from './account-words';
import { Field } from './Field';

export interface PasswordFormProps {
  readonly label: string;
  readonly verb: string;
  /** Null when it worked. */
  readonly act: (password: string) => Promise<Refusal | null>;
  readonly others?: ReactNode;
}

/** The password of whoever is signed in: to unlock, or again before what matters. */
export function PasswordForm({ label, verb, act, others }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  return (
    <AccountForm label={label} verb={verb} act={() => act(password)} others={others}>
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
