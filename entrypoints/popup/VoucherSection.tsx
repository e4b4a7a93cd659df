/** Where a voucher is handed in: closed and quiet until somebody has one. */
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { useFilePicker } from '@/utils/pages/use-file-picker';
import { useOwnFiles } from '@/utils/pages/use-own-files';
import { Button } from '@/utils/ui/Button';
import { useVouchers } from './use-vouchers';
import { VoucherAnswers } from './VoucherAnswers';

export function VoucherSection({ db }: { readonly db: MatteDb }) {
  const [isOpen, setOpen] = useState(false);
  const { text, answers, busy, change, takeFiles, redeem } = useVouchers(db);
  const { isDragging, own } = useOwnFiles(takeFiles);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    redeem();
  };
  return (
    <details
      className="voucher"
      data-dragging={isDragging || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      {...(isOpen && own)}
    >
      <summary>{say('vouchers.redeemTitle')}</summary>
      <form onSubmit={submit}>
        <label htmlFor="voucher-code">{say('vouchers.code')}</label>
        <textarea
          id="voucher-code"
          rows={3}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={submitOnEnter}
          readOnly={busy === 'redeeming'}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="voucher-hint"
        />
        <p className="soft" id="voucher-hint">
          {say('vouchers.hint')}
        </p>
        <div className="actions">
          <button type="submit" className="button" data-kind="primary">
            {say('vouchers.redeem')}
          </button>
          <FileButton onFiles={takeFiles} />
        </div>
      </form>
      <VoucherAnswers answers={answers} busy={busy} />
    </details>
  );
}

function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const label = say('vouchers.chooseFileLabel');
  const { open, input } = useFilePicker({ accept: 'image/*,text/*,.txt,.eml', label, onFiles });
  return (
    <>
      <Button onPress={open}>{say('vouchers.chooseFile')}</Button>
      {input}
    </>
  );
}

/** A code has no lines of its own; who wants one presses Shift. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
