/** A question before what cannot be undone. Its field or “Cancel” has the focus, Escape is “no”, and what lies behind it is out of reach. */

import { AlertDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { say } from '../i18n/say';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, in whole sentences. */
  readonly description: ReactNode;
  readonly onClose: () => void;
  /** Buttons or a form; one of them a `ConfirmCancel`. */
  readonly children: ReactNode;
}

export function ConfirmDialog({ title, description, onClose, children }: ConfirmDialogProps) {
  const [opener] = useState(() => document.activeElement);
  // Radix gives the focus back to its own trigger, of which there is none; who has taken it meanwhile keeps it.
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
  };
  // Otherwise “Cancel” has it.
  const focusField = (event: Event) => {
    const field = event.currentTarget instanceof HTMLElement && event.currentTarget.querySelector('input');
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="confirm-veil">
          <AlertDialog.Content className="confirm" onOpenAutoFocus={focusField} onCloseAutoFocus={giveBack}>
            <AlertDialog.Title>{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="confirm-words">{description}</div>
            </AlertDialog.Description>
            {children}
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

export function ConfirmCancel() {
  return <AlertDialog.Cancel className="button">{say('words.cancel')}</AlertDialog.Cancel>;
}
