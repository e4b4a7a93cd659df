import { say } from '@/utils/i18n/say';
import { Panel } from './Panel';

/** What PRIVACY.md promises, in three sentences. */
export function LocalPanel() {
  return (
    <Panel title={say('welcome.localTitle')}>
      <ul className="truths">
        <li>{say('welcome.localPictures')}</li>
        <li>{say('welcome.localHistory')}</li>
        <li>{say('welcome.localCounting')}</li>
      </ul>
      <a href="/dashboard.html#privacy" target="_blank" rel="noopener">
        {say('welcome.localMore')}
      </a>
    </Panel>
  );
}
