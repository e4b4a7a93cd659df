/** The recovery code, shown once. It counts as noted when one of its groups, chosen by chance, was typed. */
import { useState } from 'react';
import type { AccountWorld } from '@/utils/account/ports';
import { confirmRecoveryCode } from '@/utils/account/profile';
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
      return { sentence: `Group ${group + 1} of the code is another one. Compare it with what you noted.` };
    }
    const changed = await confirmRecoveryCode(world);
    if (!changed.ok) return { sentence: 'Your account was locked meanwhile. Unlock it, then make a new code.' };
    onDone();
    return null;
  };
  return (
    <div className="recovery" ref={text} tabIndex={-1}>
      <p>
        <strong>Your recovery code, shown only now.</strong> Without it, a forgotten password means lost cutouts. Write
        it down or print it; this window may close when you click elsewhere.
      </p>
      <ol className="code" aria-label="Recovery code">
        {code.split('-').map((part, index) => (
          <li key={index}>
            <code dir="ltr">{part}</code>
          </li>
        ))}
      </ol>
      <AccountForm
        label="Recovery code noted"
        verb="I have noted it"
        act={act}
        others={<Button onPress={() => window.print()}>Print</Button>}
      >
        <Field
          label={`Type group ${group + 1} of ${RECOVERY_GROUPS}`}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
      </AccountForm>
    </div>
  );
}
