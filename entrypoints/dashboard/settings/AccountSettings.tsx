import { watchIdle } from '@/utils/browser/idle';
import { say } from '@/utils/i18n/say';
import { LOCK_AFTER_MINUTES } from '@/utils/settings/settings';
import { Select } from './controls';
import { useDesk } from './desk';

export function AccountSettings() {
  const { settings, set } = useDesk();
  return (
    <Select
      id="lockAfter"
      value={settings.lockAfter}
      options={LOCK_AFTER_MINUTES.map((minutes) => [minutes, say('settings.minutes', { minutes })] as const)}
      onChoose={(minutes) => {
        void set('lockAfter', minutes);
        watchIdle(minutes);
      }}
    />
  );
}
