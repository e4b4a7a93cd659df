import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** Whether the icon is in the toolbar. Chrome tells no extension's page when that changes, so it is asked on each return. */
export function useIsPinned(): boolean {
  const [isPinned, setPinned] = useState(false);
  useEffect(() => {
    const read = async () => setPinned((await browser.action.getUserSettings()).isOnToolbar ?? false);
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return isPinned;
}
