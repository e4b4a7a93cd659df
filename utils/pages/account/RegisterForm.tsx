import { type ReactNode, useState } from 'react';
import type { Majority } from '@/utils/account/consent';
import { POLICY, POLICY_VERSION } from '@/utils/account/policy';
import type { AccountWorld } from '@/utils/account/ports';
import { register } from '@/utils/account/register';
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

const MAJORITIES: readonly (readonly [Majority, string])[] = [
  ['of-age', 'I am of age where I live'],
  ['with-guardian', 'I have the consent of a parent or guardian'],
];

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
    <AccountForm label="Register" verb="Register" act={act} others={others}>
      <Field label="E-mail" type="email" autoComplete="username" value={email} onChange={setEmail} />
      <NewPassword label="Password" judge={world.judge} email={email} value={password} onChange={setPassword} />
      <fieldset className="options">
        <legend>Your age</legend>
        {MAJORITIES.map(([value, words]) => (
          <Check key={value} kind="radio" isOn={majority === value} onChange={() => setMajority(value)}>
            {words}
          </Check>
        ))}
      </fieldset>
      <Policy />
      <Check isOn={agrees} onChange={setAgrees}>
        I agree to policy {POLICY_VERSION}
      </Check>
      <Check isOn={statistics} onChange={setStatistics}>
        Count my cutouts on this device (optional)
      </Check>
    </AccountForm>
  );
}

function Policy() {
  return (
    <details className="policy">
      <summary>Policy {POLICY_VERSION}</summary>
      <ul>
        {POLICY.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
