import { say } from '@/utils/i18n/say';
import { Segments, Switch } from './controls';
import { useDesk } from './desk';

export function CopySettings() {
  const { settings, set } = useDesk();
  return (
    <>
      <Switch
        id="copyAutomatically"
        isOn={settings.copyAutomatically}
        onSwitch={(isOn) => void set('copyAutomatically', isOn)}
      />
      <Segments
        id="copyBackground"
        value={settings.copyBackground}
        options={[
          ['transparent', say('settings.transparent')],
          ['white', say('settings.white')],
        ]}
        onChoose={(background) => void set('copyBackground', background)}
      />
    </>
  );
}
