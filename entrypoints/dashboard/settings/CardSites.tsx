import { XIcon } from 'lucide-react';
import { useState } from 'react';
import { type MessageKey, say } from '@/utils/i18n/say';
import { type CardOfSite, CORNERS, type Corner } from '@/utils/settings/cards';
import { forgetCard, saveCard } from '@/utils/settings/settings-store';
import { Button } from '@/utils/ui/Button';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';
import { useDesk } from './desk';
import { Setting } from './Setting';

const CORNER_KEYS: Readonly<Record<Corner, MessageKey>> = {
  'top-left': 'settings.topLeft',
  'top-right': 'settings.topRight',
  'bottom-left': 'settings.bottomLeft',
  'bottom-right': 'settings.bottomRight',
};
/** Where the card is unless somebody moved it. */
const USUAL: Corner = 'bottom-right';

/** What was done with the card on single sites: each can be changed or forgotten, or all at once. */
export function CardSites() {
  const { db, settings, set, attempt } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const sites = Object.entries(settings.cards).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Setting id="cards">
      {sites.length === 0 && <p className="soft">{say('settings.noCards')}</p>}
      {sites.length > 0 && (
        <ul className="card-sites">
          {sites.map(([host, card]) => (
            <Site
              key={host}
              host={host}
              card={card}
              onChange={(change) => attempt('cards', () => saveCard(db, host, change))}
              onForget={() => attempt('cards', () => forgetCard(db, host))}
            />
          ))}
        </ul>
      )}
      {sites.length > 1 && <Button onPress={() => setAsking(true)}>{say('settings.forgetSites')}</Button>}
      {isAsking && (
        <ConfirmDialog
          title={say('settings.forgetSitesTitle')}
          description={say('settings.forgetSitesWords', { count: sites.length })}
          onClose={() => setAsking(false)}
        >
          <div className="actions">
            <ConfirmCancel />
            <Button onPress={() => void set('cards', {}).then(() => setAsking(false))}>
              {say('settings.forgetSites')}
            </Button>
          </div>
        </ConfirmDialog>
      )}
    </Setting>
  );
}

interface SiteProps {
  readonly host: string;
  readonly card: CardOfSite;
  readonly onChange: (change: CardOfSite) => void;
  readonly onForget: () => void;
}

function Site({ host, card: { corner = USUAL, isOff = false }, onChange, onForget }: SiteProps) {
  return (
    <li>
      <bdi>{host}</bdi>
      <label className="check">
        <input
          type="checkbox"
          checked={!isOff}
          aria-label={say('settings.cardShownOn', { host })}
          // Turned on again in the usual corner there would be nothing to remember: the line would vanish under the hand.
          onChange={({ target }) => onChange({ corner, isOff: !target.checked })}
        />
        {say('settings.cardShown')}
      </label>
      <select
        value={corner}
        aria-label={say('settings.cornerOn', { host })}
        onChange={({ target }) => onChange({ corner: target.value as Corner })}
      >
        {CORNERS.map((each) => (
          <option key={each} value={each}>
            {say(CORNER_KEYS[each])}
          </option>
        ))}
      </select>
      <Button kind="quiet" icon={<XIcon />} label={say('settings.forgetSite', { host })} onPress={onForget} />
    </li>
  );
}
