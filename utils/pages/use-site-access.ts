import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const EVERYWHERE = { origins: ['<all_urls>'] };

/** Whether Chrome lets Matte read pictures on every site without asking; undefined until it is known. */
export function useSiteAccess(): boolean | undefined {
  const [isEverywhere, setEverywhere] = useState<boolean>();
  useEffect(() => {
    const read = async () => setEverywhere(await browser.permissions.contains(EVERYWHERE));
    void read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return isEverywhere;
}
