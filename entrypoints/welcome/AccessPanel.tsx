import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { openPanel } from '@/utils/browser/side-panel';
import { say } from '@/utils/i18n/say';
import { Shortcuts } from '@/utils/pages/shortcuts/Shortcuts';
import { useSiteAccess } from '@/utils/pages/use-site-access';
import { Button } from '@/utils/ui/Button';
import { Panel } from './Panel';
import { useIsPinned } from './use-is-pinned';

export function AccessPanel() {
  const isEverywhere = useSiteAccess();
  const isPinned = useIsPinned();
  return (
    <Panel title={say('welcome.accessTitle')}>
      <p>{isPinned ? say('welcome.pinned') : say('welcome.pin')}</p>
      {isEverywhere !== undefined && (
        <p>{isEverywhere ? say('welcome.accessEverywhere') : say('welcome.accessChosen')}</p>
      )}
      <Shortcuts />
      <SidePanelButton />
      <a href="/dashboard.html#settings" target="_blank" rel="noopener">
        {say('welcome.accessMore')}
      </a>
    </Panel>
  );
}

function SidePanelButton() {
  const [windowId, setWindowId] = useState<number>();
  // Asked for beforehand: opening the panel must not wait for it.
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  return <Button onPress={() => windowId !== undefined && void openPanel(windowId)}>{say('welcome.openPanel')}</Button>;
}
