import { browser } from 'wxt/browser';
import { say } from '@/utils/i18n/say';
import { Shortcuts } from '@/utils/pages/shortcuts/Shortcuts';
import { Button } from '@/utils/ui/Button';
import { Setting } from './Setting';

/** Chrome's own page: a link cannot lead there, a tab can. */
const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

export function KeyboardSettings() {
  return (
    <Setting id="shortcuts">
      <Shortcuts />
      <div className="actions">
        <Button onPress={() => void browser.tabs.create({ url: SHORTCUTS_PAGE })}>
          {say('settings.changeShortcuts')}
        </Button>
      </div>
    </Setting>
  );
}
