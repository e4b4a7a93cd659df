import { useState } from 'react';
import { changeEmail } from '@/utils/account/change-secrets';
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
      done('From now on you sign in with the new e-mail.');
      return null;
    }
    if (outcome.reason === 'email-taken') return { sentence: TAKEN };
    return describeRefusal(outcome, 'unlock');
  };
  return (
    <AccountForm label="Change e-mail" verb="Save e-mail" act={act} others={back}>
      <Field label="New e-mail" type="email" autoComplete="email" value={newEmail} onChange={setNewEmail} />
      <Field label="Password" type="password" autoComplete="current-password" value={password} onChange={setPassword} />
    </AccountForm>
  );
}

const TAKEN = 'Another account on this browser has this e-mail. Choose another one.';
