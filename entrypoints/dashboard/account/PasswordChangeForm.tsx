import { useState } from 'react';
import { changePassword } from '@/utils/account/change-secrets';
import { AccountForm } from '@/utils/pages/account/AccountForm';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { Field } from '@/utils/pages/account/Field';
import { NewPassword } from '@/utils/pages/account/NewPassword';
import type { ChangeFormProps } from './change-form';

export function PasswordChangeForm({ world, session: { email, name }, done, back }: ChangeFormProps) {
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const act = async () => {
    const outcome = await changePassword(world, { password, newPassword });
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    done('Your password is changed. The old one opens nothing any more.');
    return null;
  };
  return (
    <AccountForm label="Change password" verb="Save password" act={act} others={back}>
      <Field
        label="Password until now"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <NewPassword
        label="New password"
        judge={world.judge}
        email={email}
        name={name}
        value={newPassword}
        onChange={setNewPassword}
      />
    </AccountForm>
  );
}
