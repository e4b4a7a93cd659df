import { CopyIcon, DownloadIcon } from 'lucide-react';
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import type { CopyPhase } from './deliver-copy';

export interface DoneActionsProps {
  readonly copy: CopyPhase;
  /** False when the result has been deleted. */
  readonly hasPicture: boolean;
  readonly onCopy: (event: MouseEvent) => void;
  readonly onDownload: (event: MouseEvent) => void;
}

export function DoneActions({ copy, hasPicture, onCopy, onDownload }: DoneActionsProps) {
  const copyButton = useRef<HTMLButtonElement>(null);
  useFocusOnEntry(copyButton, copy === 'ready');
  return (
    <div className="actions">
      <Button kind="primary" icon={<CopyIcon />} onPress={onCopy} disabled={!hasPicture} ref={copyButton}>
        {say('card.copy')}
      </Button>
      <Button icon={<DownloadIcon />} onPress={onDownload} disabled={!hasPicture}>
        {say('card.download')}
      </Button>
    </div>
  );
}

/** Entering a card that waits for Copy puts the finger on it; a button somebody chose keeps the focus. */
function useFocusOnEntry(button: RefObject<HTMLButtonElement | null>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return;
    const onEntry = () => {
      if (document.hasFocus() && document.activeElement === document.body) button.current?.focus();
    };
    onEntry();
    window.addEventListener('focus', onEntry);
    return () => window.removeEventListener('focus', onEntry);
  }, [button, wanted]);
}
