/** The recovery code, shown once. It counts as noted when one of its groups, chosen by chance, was typed. */
import { type ReactNode, useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { confirmRecoveryCode } from '@/utils/account/profile';
import { say, sayWith } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { matchesGroup, RECOVERY_GROUPS } from '@/utils/vault/recovery-code';
import { AccountForm } from './AccountForm';
import { Field } from './Field';
import { useReadFirst } from './use-focus';

export interface RecoveryCodeProps {
  readonly world: AccountWorld;
  readonly code: string;
  readonly onDone: () => void;
}

export function RecoveryCode({ world, code, onDone }: RecoveryCodeProps) {
  const [group] = useState(() => Math.floor(Math.random() * RECOVERY_GROUPS));
  const text = useReadFirst();
  const [typed, setTyped] = useState('');
  const act = async () => {
    if (!matchesGroup(code, group, typed)) {
      return { sentence: say('pages.otherGroup', { group: group + 1 }) };
    }
    const changed = await confirmRecoveryCode(world);
    if (!changed.ok) return { sentence: say('pages.lockedBeforeCode') };
    onDone();
    return null;
  };
  return (
    <div className="recovery" ref={text} tabIndex={-1}>
      <p>{sayWith<ReactNode>('pages.codeShownOnce', { b: (children) => <strong key="first">{children}</strong> })}</p>
      <ol className="code" aria-label={say('pages.recoveryCode')}>
        {code.split('-').map((part, index) => (
          <li key={index}>
            <code dir="ltr">{part}</code>
          </li>
        ))}
      </ol>
      <AccountForm
        label={say('pages.codeNoted')}
        verb={say('pages.haveNoted')}
        act={act}
        others={<Button onPress={() => window.print()}>{say('pages.print')}</Button>}
      >
        <Field
          label={say('pages.typeGroup', { group: group + 1, groups: RECOVERY_GROUPS })}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
      </AccountForm>
    </div>
  );
}
