import { watchIdle } from '@/utils/browser/idle';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { LOCK_AFTER_MINUTES, type LockAfterMinutes } from '@/utils/settings/settings';
import { useSettings } from '../use-settings';

/** How long nobody touches the computer until the account locks. */
export function LockAfter({ db }: { readonly db: MatteDb }) {
  const { settings, save } = useSettings(db);
  const choose = (minutes: LockAfterMinutes) => {
    save('lockAfter', minutes);
    watchIdle(minutes);
  };
  return (
    <label className="field">
      {say('pages.lockAfter')}
      <select value={settings.lockAfter} onChange={({ target }) => choose(Number(target.value) as LockAfterMinutes)}>
        {LOCK_AFTER_MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {say('pages.minutes', { minutes })}
          </option>
        ))}
      </select>
    </label>
  );
}
