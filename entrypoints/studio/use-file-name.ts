/** What finished pictures are called, by the pattern in the settings; changing the pattern is kept as it is typed. */
import { useState } from 'react';
import { dayOf } from '@/utils/calendar';
import type { MatteDb } from '@/utils/db';
import { titleOf } from '@/utils/pages/preset-titles';
import { fittingPreset, usePresets } from '@/utils/pages/use-presets';
import { useSettings } from '@/utils/pages/use-settings';
import type { Size } from '@/utils/pipeline/raster';
import type { Edits } from '@/utils/studio/edits';
import { fileNameOf, parsePattern } from '@/utils/studio/file-name';
import { endingOf, type Format } from './desk';

export interface Naming {
  /** As it is typed. */
  readonly pattern: string;
  readonly setPattern: (pattern: string) => void;
  readonly of: (format: Format) => string;
  readonly ofLayers: () => string;
}

export function useFileName(db: MatteDb, edits: Edits, name: string, { width, height }: Size): Naming {
  const { settings, save } = useSettings(db);
  // What is typed may be no pattern yet: an empty field is as if never set, and stays empty while it has the focus.
  const [typed, setTyped] = useState<string | null>(null);
  const pattern = typed ?? settings.filenamePattern;
  const preset = fittingPreset(edits, usePresets(db));
  const parts = {
    name,
    date: dayOf(Date.now()),
    width: `${width}`,
    height: `${height}`,
    preset: preset ? titleOf(preset) : '',
  };
  return {
    pattern,
    setPattern(next) {
      setTyped(next);
      save('filenamePattern', parsePattern(next));
    },
    of: (format) => fileNameOf(parsePattern(pattern), parts, endingOf(format), format === 'matte' ? format : 'cutout'),
    ofLayers: () => fileNameOf(parsePattern(pattern), parts, 'zip', 'layers'),
  };
}
