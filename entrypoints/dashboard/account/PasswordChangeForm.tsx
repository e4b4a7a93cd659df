import { useState } from 'react';
import { changePassword } from '@/utils/account/change-secrets';
import { say } from '@/utils/i18n/say';
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
    done(say('account.passwordSaved'));
    return null;
  };
  return (
    <AccountForm label={say('account.changePassword')} verb={say('account.savePassword')} act={act} others={back}>
      <Field
        label={say('account.oldPassword')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <NewPassword
        label={say('account.newPassword')}
        judge={world.judge}
        email={email}
        name={name}
        value={newPassword}
        onChange={setNewPassword}
      />
    </AccountForm>
  );
}
