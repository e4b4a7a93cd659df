import { QUALITIES } from '@/utils/jobs/job';
import { BackendOptions } from '@/utils/pages/settings/BackendOptions';
import { OptionList } from '@/utils/pages/settings/OptionList';
import { QUALITY_WORDS } from '@/utils/ui/describe-settings';
import { useDesk } from './desk';
import { Setting } from './Setting';
import { describe } from './setting-list';

/** The popup’s Engine section, with the same questions. */
export function CuttingSettings() {
  const { settings, set } = useDesk();
  return (
    <>
      <Setting id="quality">
        <OptionList
          question={describe('quality').name}
          isNamedAbove
          name="quality"
          options={QUALITIES.map((quality) => [quality, QUALITY_WORDS[quality]] as const)}
          chosen={settings.quality}
          onChoose={(quality) => void set('quality', quality)}
        />
      </Setting>
      <Setting id="backend">
        <BackendOptions isNamedAbove chosen={settings.backend} onChoose={(backend) => void set('backend', backend)} />
      </Setting>
    </>
  );
}
