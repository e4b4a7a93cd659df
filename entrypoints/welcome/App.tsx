import { browser } from 'wxt/browser';
import type { Vault } from '@/utils/history/courier';
import { say, sayWith } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { AccessPanel } from './AccessPanel';
import { LocalPanel } from './LocalPanel';
import { SamplePanel } from './SamplePanel';

export function App({ vault }: { readonly vault: Vault }) {
  return (
    <main className="welcome">
      <header className="intro">
        <img src="/icon/128.png" alt="" width="56" height="56" />
        <div>
          <h1>{say('welcome.title')}</h1>
          <p>{sayWith('welcome.lead', { b: (words) => <strong key="b">{words}</strong> })}</p>
        </div>
      </header>
      <div className="panels">
        <SamplePanel vault={vault} />
        <LocalPanel />
        <AccessPanel />
      </div>
      <footer>
        <Button kind="primary" onPress={() => void leave()}>
          {say('welcome.done')}
        </Button>
        <p className="soft">{say('welcome.later')}</p>
      </footer>
    </main>
  );
}

async function leave(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
