/** One line of the account: what it is now, and a button that puts the form for changing it in the line's place. */

import { type ReactNode, useState } from 'react';
import { say } from '@/utils/i18n/say';
import { useFocusBack } from '@/utils/pages/account/use-focus';
import { Button } from '@/utils/ui/Button';

export interface ChangeableProps {
  readonly label: string;
  readonly value: ReactNode;
  /** On the button, like "Change e-mail". */
  readonly verb: string;
  /** `done` closes the form and says what has happened. */
  readonly form: (done: (said: string) => void, back: ReactNode) => ReactNode;
}

export function Changeable({ label, value, verb, form }: ChangeableProps) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useFocusBack(isOpen);
  const close = (words: string) => {
    setOpen(false);
    setSaid(words);
  };
  return (
    <div className="changeable" data-open={isOpen || undefined}>
      <div className="line">
        <div>
          <p className="soft">{label}</p>
          {value}
        </div>
        {!isOpen && (
          <Button ref={button} onPress={() => setOpen(true)}>
            {verb}
          </Button>
        )}
      </div>
      {isOpen && form(close, <Button onPress={() => close('')}>{say('account.cancel')}</Button>)}
      <p role="status" className="said">
        {said}
      </p>
    </div>
  );
}
