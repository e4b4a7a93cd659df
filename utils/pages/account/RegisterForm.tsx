import { type ReactNode, useState } from 'react';
import type { Majority } from '@/utils/account/consent';
import { POLICY, POLICY_VERSION } from '@/utils/account/policy';
import type { AccountWorld } from '@/utils/account/ports';
import { register } from '@/utils/account/register';
import { say } from '@/utils/i18n/say';
import { AccountForm } from './AccountForm';
import { describeRefusal } from './account-words';
import { Check } from './Check';
import { Field } from './Field';
import type { IssuedCode } from './issued-code';
import { NewPassword } from './NewPassword';

export interface RegisterFormProps {
  readonly world: AccountWorld;
  readonly onCode: (issued: IssuedCode) => void;
  readonly others: ReactNode;
}

const MAJORITIES: readonly Majority[] = ['of-age', 'with-guardian'];

export function RegisterForm({ world, onCode, others }: RegisterFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [majority, setMajority] = useState<Majority | null>(null);
  const [agrees, setAgrees] = useState(false);
  const [statistics, setStatistics] = useState(false);
  const act = async () => {
    const policyVersion = agrees ? POLICY_VERSION : null;
    const outcome = await register(world, { email, password, name: '', majority, policyVersion, statistics });
    if (!outcome.ok) return describeRefusal(outcome, 'login');
    onCode(outcome);
    return null;
  };
  return (
    <AccountForm label={say('pages.register')} verb={say('pages.register')} act={act} others={others}>
      <Field label={say('pages.email')} type="email" autoComplete="username" value={email} onChange={setEmail} />
      <NewPassword
        label={say('pages.password')}
        judge={world.judge}
        email={email}
        value={password}
        onChange={setPassword}
      />
      <fieldset className="options">
        <legend>{say('pages.yourAge')}</legend>
        {MAJORITIES.map((value) => (
          <Check key={value} kind="radio" isOn={majority === value} onChange={() => setMajority(value)}>
            {say(`pages.majority.${value}`)}
          </Check>
        ))}
      </fieldset>
      <Policy />
      <Check isOn={agrees} onChange={setAgrees}>
        {say('consents.statement.policy', { version: POLICY_VERSION })}
      </Check>
      <Check isOn={statistics} onChange={setStatistics}>
        {say('pages.countOptional')}
      </Check>
    </AccountForm>
  );
}

function Policy() {
  return (
    <details className="policy">
      <summary>{say('consents.policyTitle', { version: POLICY_VERSION })}</summary>
      <ul>
        {POLICY.map((sentence) => (
          <li key={sentence}>{say(`consents.policy.${sentence}`)}</li>
        ))}
      </ul>
    </details>
  );
}
