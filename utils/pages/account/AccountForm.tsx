/** The frame of every form here: fields, what went wrong, how long to wait, and the one button. */
import type { ReactNode } from 'react';
import { say } from '@/utils/i18n/say';
import { describeWait, type Refusal } from './account-words';
import { useFirstField } from './use-focus';
import { useSubmit } from './use-submit';

export interface AccountFormProps {
  readonly label: string;
  readonly verb: string;
  /** Null when it worked. */
  readonly act: () => Promise<Refusal | null>;
  readonly children: ReactNode;
  /** Other ways, beside the button. */
  readonly others?: ReactNode;
}

export function AccountForm({ label, verb, act, children, others }: AccountFormProps) {
  const { isBusy, sentence, leftMs, onSubmit } = useSubmit(act);
  const form = useFirstField();
  const isOff = isBusy || leftMs > 0;
  return (
    <form ref={form} className="account-form" aria-label={label} aria-busy={isBusy} onSubmit={onSubmit} noValidate>
      {children}
      <div role="alert" className="refusal">
        {sentence}
      </div>
      {leftMs > 0 && (
        <p className="soft" role="timer">
          {say('pages.nextTryIn', { time: describeWait(leftMs) })}
        </p>
      )}
      <div className="actions">
        {/* Not `disabled`: the focus would be lost with every try. */}
        <button type="submit" className="button" data-kind="primary" aria-disabled={isOff}>
          {isBusy ? say('pages.oneMoment') : verb}
        </button>
        {others}
      </div>
    </form>
  );
}
