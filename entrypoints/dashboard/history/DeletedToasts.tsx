import { Toast } from 'radix-ui';
import { useEffect } from 'react';
import { say } from '@/utils/i18n/say';
import type { Deletion } from './use-deletion';

/** Long enough to read it and to reach it by keyboard; it waits while the pointer or the focus is on it. */
const SHOWN_MS = 10_000;

export interface DeletedToastsProps {
  readonly deletions: readonly Deletion[];
  readonly onUndo: (deletion: Deletion | undefined) => void;
  readonly onEnd: (deletion: Deletion) => void;
}

export function DeletedToasts({ deletions, onUndo, onEnd }: DeletedToastsProps) {
  useUndoKey(() => onUndo(deletions.at(-1)));
  return (
    <Toast.Provider label={say('history.deleted')} duration={SHOWN_MS}>
      {deletions.map((deletion) => (
        <Toast.Root
          key={deletion.key}
          className="toast"
          onEscapeKeyDown={unlessInside}
          onOpenChange={(isOpen) => !isOpen && onEnd(deletion)}
        >
          <Toast.Title>{say('history.deletedCutouts', { count: deletion.ids.length })}</Toast.Title>
          <Toast.Action asChild altText={say('history.undoKey')}>
            <button type="button" className="button" onClick={() => onUndo(deletion)}>
              {say('history.undo')}
            </button>
          </Toast.Action>
        </Toast.Root>
      ))}
      <Toast.Viewport className="toasts" label={say('history.notifications', { hotkey: '{hotkey}' })} />
    </Toast.Provider>
  );
}

/** Escape means what has the focus: a selection, or a cutout in front. */
function unlessInside(event: KeyboardEvent): void {
  if (!(event.target instanceof Element && event.target.closest('.toasts'))) event.preventDefault();
}

/** In a text field the same keys undo what was typed. */
function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
      if (!isUndo || isTyping) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
