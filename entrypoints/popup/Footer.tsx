import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isPanel, openPanel } from '@/utils/browser/side-panel';
import { say } from '@/utils/i18n/say';

/** The ways out of the popup: to the side, where it stays open, and to all that it has no room for. */
export function Footer() {
  const [windowId, setWindowId] = useState<number>();
  // Asked for beforehand: opening the panel must not wait for it.
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), []);
  const toSide = async () => {
    if (windowId === undefined) return;
    await openPanel(windowId);
    window.close();
  };
  return (
    <nav className="more soft" aria-label={say('popup.more')}>
      <a href="/dashboard.html" target="_blank" rel="noopener">
        {say('popup.dashboard')}
      </a>
      <a href="/dashboard.html#settings" target="_blank" rel="noopener">
        {say('settings.title')}
      </a>
      {!isPanel(location.hash) && (
        <button type="button" className="link" onClick={() => void toSide()}>
          {say('popup.toSide')}
        </button>
      )}
    </nav>
  );
}
