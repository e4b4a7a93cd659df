import { type ReactNode, useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { recover } from '@/utils/account/recover';
import { say } from '@/utils/i18n/say';
import { AccountForm } from './AccountForm';
import { describeRefusal } from './account-words';
import { Field } from './Field';
import type { IssuedCode } from './issued-code';
import { NewPassword } from './NewPassword';

export interface RecoverFormProps {
  readonly world: AccountWorld;
  readonly onCode: (issued: IssuedCode) => void;
  readonly others: ReactNode;
}

export function RecoverForm({ world, onCode, others }: RecoverFormProps) {
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const act = async () => {
    const outcome = await recover(world, { email, code, newPassword });
    if (!outcome.ok) return describeRefusal(outcome, 'code');
    onCode(outcome);
    return null;
  };
  return (
    <AccountForm label={say('pages.recover')} verb={say('pages.setNewPassword')} act={act} others={others}>
      <Field label={say('pages.email')} type="email" autoComplete="username" value={email} onChange={setEmail} />
      <Field label={say('pages.recoveryCode')} autoComplete="off" value={code} onChange={setCode} />
      <NewPassword
        label={say('pages.newPassword')}
        judge={world.judge}
        email={email}
        value={newPassword}
        onChange={setNewPassword}
      />
    </AccountForm>
  );
}
