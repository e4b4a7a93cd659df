import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import type { JobWords } from '@/utils/ui/describe-job';
import { CheckIcon, CopyIcon, DownloadIcon } from '@/utils/ui/icons';
import { CardShell } from './CardShell';
import type { CopyPhase } from './deliver-copy';

export interface DoneViewProps {
  readonly words: JobWords;
  readonly copy: CopyPhase;
  /** Null when the result has been deleted. */
  readonly preview: Blob | null;
  readonly onCopy: (event: MouseEvent) => void;
  readonly onDownload: (event: MouseEvent) => void;
  readonly onClose: (event: MouseEvent) => void;
}

export function DoneView({ words, copy, preview, onCopy, onDownload, onClose }: DoneViewProps) {
  const copyButton = useRef<HTMLButtonElement>(null);
  useFocusOnEntry(copyButton, copy === 'ready');
  const copied = copy === 'copied';
  return (
    <CardShell
      title={words.title}
      icon={copied ? <CheckIcon /> : null}
      {...(copied && { tone: 'good' as const })}
      onClose={onClose}
    >
      <Checkerboard picture={preview} alt="The cutout" />
      <div className="below">
        <p className="soft">
          <bdi>{words.detail}</bdi>
        </p>
        <div className="actions">
          <Button kind="primary" icon={<CopyIcon />} onPress={onCopy} disabled={!preview} ref={copyButton}>
            Copy
          </Button>
          <Button icon={<DownloadIcon />} onPress={onDownload} disabled={!preview}>
            Download PNG
          </Button>
        </div>
      </div>
    </CardShell>
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
