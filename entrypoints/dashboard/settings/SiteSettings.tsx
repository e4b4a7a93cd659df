import { browser } from 'wxt/browser';
import { say } from '@/utils/i18n/say';
import { useSiteAccess } from '@/utils/pages/use-site-access';
import { Button } from '@/utils/ui/Button';
import { CardSites } from './CardSites';
import { Setting } from './Setting';

export function SiteSettings() {
  return (
    <>
      <CardSites />
      <SiteAccess />
    </>
  );
}

/** What Chrome lets Matte read is changed on Chrome’s own page, which a link cannot lead to. */
function SiteAccess() {
  const isEverywhere = useSiteAccess();
  const toChrome = () => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
  return (
    <Setting id="siteAccess">
      {isEverywhere !== undefined && (
        <p role="status">{isEverywhere ? say('settings.accessEverywhere') : say('settings.accessChosen')}</p>
      )}
      <dl className="access">
        <dt>{say('settings.accessClick')}</dt>
        <dd>{say('settings.accessClickMeaning')}</dd>
        <dt>{say('settings.accessSite')}</dt>
        <dd>{say('settings.accessSiteMeaning')}</dd>
        <dt>{say('settings.accessAll')}</dt>
        <dd>{say('settings.accessAllMeaning')}</dd>
      </dl>
      <div className="actions">
        <Button onPress={toChrome}>{say('settings.changeAccess')}</Button>
      </div>
    </Setting>
  );
}
