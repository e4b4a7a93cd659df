import { FolderIcon, ImagesIcon } from 'lucide-react';
import { openDashboard, openPagePicker } from '@/utils/browser/own-tab';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';

/** The ways to many pictures at once. */
export function BatchDoors() {
  return (
    <div className="batch-doors">
      <Button icon={<ImagesIcon />} onPress={() => void openPagePicker()}>
        {say('batch.pageButton')}
      </Button>
      <Button icon={<FolderIcon />} onPress={() => void openDashboard('batch')}>
        {say('batch.folderButton')}
      </Button>
    </div>
  );
}
