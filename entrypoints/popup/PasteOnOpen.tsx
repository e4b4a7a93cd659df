/**
 * `popup.html#paste`, opened by a key: takes the picture on the clipboard. Chrome lets no extension read it without a
 * permission, which is asked for here and not at the install; until then Ctrl+V does the same.
 */
import { useEffect, useRef, useState } from 'react';
import { askToRead, readClipboardPicture } from '@/utils/browser/read-clipboard';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { Notice } from '@/utils/ui/Notice';

type Phase = 'quiet' | 'none' | 'refused' | 'allowed';

const SENTENCES = {
  none: 'card.pasteNothing',
  refused: 'card.paste',
  allowed: 'card.pasteAllowed',
} as const satisfies Readonly<Record<Exclude<Phase, 'quiet'>, string>>;

export interface PasteOnOpenProps {
  readonly onFiles: (files: readonly File[]) => void;
}

export function PasteOnOpen({ onFiles }: PasteOnOpenProps) {
  const [phase, setPhase] = useState<Phase>('quiet');
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || location.hash !== '#paste') return;
    isDone.current = true;
    void readClipboardPicture().then((read) => {
      if (read.ok) onFiles([read.file]);
      else setPhase(read.reason);
    });
  }, [onFiles]);
  useEffect(() => {
    const onPaste = () => setPhase('quiet');
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  if (phase === 'quiet') return null;
  const allow = () => void askToRead().then((granted) => granted && setPhase('allowed'));
  return (
    <Notice sentence={say(SENTENCES[phase])} onDismiss={() => setPhase('quiet')}>
      {phase === 'refused' && <Button onPress={allow}>{say('card.pasteAlways')}</Button>}
    </Notice>
  );
}
