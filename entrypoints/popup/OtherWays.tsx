import { CropIcon, FolderIcon, ImagesIcon } from 'lucide-react';
import { isInTab, openDashboard, openPagePicker } from '@/utils/browser/own-tab';
import { isPanel } from '@/utils/browser/side-panel';
import { say } from '@/utils/i18n/say';
import { sendMessage } from '@/utils/messaging';
import { Button } from '@/utils/ui/Button';

/** The ways to pictures that can be neither dropped nor right-clicked: a part of the page, all of its images, a folder. */
export function OtherWays() {
  return (
    <div className="ways">
      <Button icon={<CropIcon />} onPress={() => void markArea()}>
        {say('card.mark')}
      </Button>
      <Button icon={<ImagesIcon />} onPress={() => void openPagePicker()}>
        {say('batch.pageButton')}
      </Button>
      <Button icon={<FolderIcon />} onPress={() => void openDashboard('batch')}>
        {say('batch.folderButton')}
      </Button>
    </div>
  );
}

/** The popup makes room for the page. */
async function markArea(): Promise<void> {
  await sendMessage('markArea', undefined).catch(() => undefined); // not reached: the button is still there
  if (!isPanel(location.hash) && !(await isInTab())) window.close();
}
