import { useEffect, useState } from 'react';
import type { JudgePassword, Verdict } from '@/utils/account/strength';
import { describeStrength } from './account-words';
import { Field } from './Field';

/** While somebody types, the judge is asked once they rest. */
const REST_MS = 250;

export interface NewPasswordProps {
  readonly label: string;
  readonly judge: JudgePassword;
  readonly email: string;
  /** What else somebody would try first. */
  readonly name?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NewPassword({ label, judge, email, name = '', value, onChange }: NewPasswordProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  useEffect(() => {
    if (value === '') return setVerdict(null);
    let isStale = false;
    const timer = setTimeout(() => {
      // A judge that fails is asked again when the form is sent, and its words are shown then.
      judge(value, [email, name]).then(
        (read) => !isStale && setVerdict(read),
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [judge, email, name, value]);
  const { words, advice } = describeStrength(verdict);
  const hint = (
    <span role="status" data-strong={verdict?.strong}>
      <strong>{words}</strong> {advice}
    </span>
  );
  return (
    <Field label={label} type="password" autoComplete="new-password" value={value} onChange={onChange} hint={hint} />
  );
}
