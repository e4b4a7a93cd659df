import { useState } from 'react';
import { changeEmail } from '@/utils/account/change-secrets';
import { say } from '@/utils/i18n/say';
import { AccountForm } from '@/utils/pages/account/AccountForm';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { Field } from '@/utils/pages/account/Field';
import type { ChangeFormProps } from './change-form';

export function EmailForm({ world, done, back }: ChangeFormProps) {
  const [newEmail, setNewEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = async () => {
    const outcome = await changeEmail(world, { password, newEmail });
    if (outcome.ok) {
      done(say('account.emailSaved'));
      return null;
    }
    if (outcome.reason === 'email-taken') return { sentence: say('account.emailTaken') };
    return describeRefusal(outcome, 'unlock');
  };
  return (
    <AccountForm label={say('account.changeEmail')} verb={say('account.saveEmail')} act={act} others={back}>
      <Field
        label={say('account.newEmail')}
        type="email"
        autoComplete="email"
        value={newEmail}
        onChange={setNewEmail}
      />
      <Field
        label={say('account.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </AccountForm>
  );
}
