import { KEEP_BYTES, KEEP_RESULTS } from '@/utils/history/retention';
import { say } from '@/utils/i18n/say';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { KEEP_WORDS } from '../history/KeepSettings';
import { useKeepLess } from '../history/use-keep-less';
import { Select, Switch } from './controls';
import { useDesk } from './desk';

export function HistorySettings() {
  const { db, settings, set, tell } = useDesk();
  const { change, question } = useKeepLess(db, (wish, problem) =>
    tell({ id: wish.keepBytes === undefined ? 'keepResults' : 'keepBytes', problem }),
  );
  return (
    <>
      <Select
        id="keepResults"
        value={settings.keepResults}
        options={KEEP_RESULTS.map((span) => [span, say(KEEP_WORDS[span])] as const)}
        onChoose={(keepResults) => void change({ keepResults })}
      />
      <Select
        id="keepBytes"
        value={settings.keepBytes}
        options={KEEP_BYTES.map((bytes) => [bytes, describeBytes(bytes)] as const)}
        onChoose={(keepBytes) => void change({ keepBytes })}
      />
      <Switch id="keepAddresses" isOn={settings.keepAddresses} onSwitch={(isOn) => void set('keepAddresses', isOn)} />
      <Switch id="keepPhotos" isOn={settings.keepPhotos} onSwitch={(isOn) => void set('keepPhotos', isOn)} />
      {question}
    </>
  );
}
