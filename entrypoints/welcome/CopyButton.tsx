import { CheckIcon, CopyIcon } from 'lucide-react';
import { useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';

type Said = 'copied' | 'failed' | null;

/** The point of it all: the cutout is on the clipboard. */
export function CopyButton({ cutout }: { readonly cutout: Blob }) {
  const [said, setSaid] = useState<Said>(null);
  const copy = async () => {
    setSaid(null);
    const { copied } = await copyImage(cutout);
    setSaid(copied ? 'copied' : 'failed');
  };
  return (
    <>
      <Button icon={said === 'copied' ? <CheckIcon /> : <CopyIcon />} onPress={() => void copy()}>
        {say('welcome.copy')}
      </Button>
      <span className="copy-said" role="status">
        {said === 'copied' && say('welcome.copied')}
        {said === 'failed' && say('welcome.copyFailed')}
      </span>
    </>
  );
}
