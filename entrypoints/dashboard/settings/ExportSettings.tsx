import { useEffect, useState } from 'react';
import { locale } from '@/utils/i18n/say';
import { LOWEST_EXPORT_QUALITY } from '@/utils/settings/settings';
import { Segments } from './controls';
import { useDesk } from './desk';
import { FileNames } from './FileNames';
import { namedBy, Setting } from './Setting';

/** What the studio and batches begin with. */
export function ExportSettings() {
  const { settings, set } = useDesk();
  return (
    <>
      <Segments
        id="exportFormat"
        value={settings.exportFormat}
        options={[
          ['png', 'PNG'],
          ['webp', 'WebP'],
          ['jpeg', 'JPEG'],
        ]}
        onChoose={(format) => void set('exportFormat', format)}
      />
      <Quality value={settings.exportQuality} onSet={(quality) => void set('exportQuality', quality)} />
      <FileNames />
    </>
  );
}

interface QualityProps {
  readonly value: number;
  readonly onSet: (value: number) => void;
}

function Quality({ value, onSet }: QualityProps) {
  const [moved, setMoved] = useState(value);
  useEffect(() => setMoved(value), [value]);
  const shown = moved.toLocaleString(locale(), { style: 'percent' });
  // Stored once the hand lets go: a slider that is pulled would write a row for each step.
  const settle = () => moved !== value && onSet(moved);
  return (
    <Setting id="exportQuality">
      <input
        type="range"
        min={LOWEST_EXPORT_QUALITY}
        max={1}
        step={0.05}
        value={moved}
        onChange={({ target }) => setMoved(Number(target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        aria-valuetext={shown}
        {...namedBy('exportQuality')}
      />
      <output>{shown}</output>
    </Setting>
  );
}
