import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

export interface Shortcut {
  /** As in the manifest. */
  readonly name: string;
  readonly description: string;
  /** As Chrome writes it, `Alt+Shift+M` or `⌥⇧M`; empty when there is none. */
  readonly keys: string;
}

/** As they are now: Chrome's page for changing them is another tab, so they are read again when somebody comes back. */
export function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = async () => {
      const commands = await browser.commands.getAll();
      setShortcuts(
        commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut })),
      );
    };
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return shortcuts;
}
