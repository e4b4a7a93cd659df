import { CropIcon } from 'lucide-react';
import { isInTab } from '@/utils/browser/own-tab';
import { isPanel } from '@/utils/browser/side-panel';
import { say } from '@/utils/i18n/say';
import { sendMessage } from '@/utils/messaging';
import { Button } from '@/utils/ui/Button';

/** Lets the user mark a part of the page in front; the popup makes room for it. */
export function AreaButton() {
  const mark = async () => {
    await sendMessage('markArea', undefined).catch(() => undefined); // not reached: the button is still there
    if (!isPanel(location.hash) && !(await isInTab())) window.close();
  };
  return (
    <Button kind="quiet" icon={<CropIcon />} onPress={() => void mark()}>
      {say('card.mark')}
    </Button>
  );
}
