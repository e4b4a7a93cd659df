import { CopyIcon, DownloadIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { type MessageKey, say } from '@/utils/i18n/say';
import { useSettings } from '@/utils/pages/use-settings';
import type { Size } from '@/utils/pipeline/raster';
import type { Edits } from '@/utils/studio/edits';
import { Button } from '@/utils/ui/Button';
import { DragOut } from './DragOut';
import { type FileChoice, FORMATS, type Format } from './desk';
import { ExportMore } from './ExportMore';
import { Choice, Group, percent, Range } from './Field';
import { FileFacts } from './FileFacts';
import type { Host } from './host';
import { JpegGround } from './JpegGround';
import { useExport } from './use-export';
import { useFileName } from './use-file-name';
import { useFinished } from './use-finished';

const FORMAT_WORDS: Readonly<Record<Format, MessageKey>> = {
  png: 'studio.exportPng',
  webp: 'studio.exportWebp',
  jpeg: 'studio.exportJpeg',
  matte: 'studio.exportMatte',
};

/** Larger ones are made when they are asked for: 50 MP take a dozen seconds, and 200 MB twice. */
const MOST_AHEAD = 50_000_000;

export interface ExportControlsProps {
  readonly db: MatteDb;
  readonly host: Host;
  readonly edits: Edits;
  readonly name: string;
  /** Of the finished picture. */
  readonly size: Size;
  readonly hasPhoto: boolean;
  /** Which of one's own lies behind it. */
  readonly picture: number;
  /** The edits given are not the last: no file is made ahead. */
  readonly isStill: boolean;
}

export function ExportControls({ db, host, edits, name, size, hasPhoto, picture, isStill }: ExportControlsProps) {
  const { settings } = useSettings(db);
  const { exportFormat, exportQuality } = settings;
  const [chosen, setChosen] = useState<Partial<FileChoice>>({});
  const choose = (part: Partial<FileChoice>) => setChosen((before) => ({ ...before, ...part }));
  const choice = useMemo<FileChoice>(
    () => ({ format: exportFormat, quality: exportQuality, ground: '#ffffff', density: null, ...chosen }),
    [exportFormat, exportQuality, chosen],
  );
  const { format, quality } = choice;
  const { kind } = edits.background;
  // The photo's blur needs the photo.
  const isClear = kind === 'transparent' || (kind === 'blur' && !hasPhoto);
  const isSmall = size.width * size.height <= MOST_AHEAD;
  const finished = useFinished(host, edits, choice, { hasPhoto, picture }, isSmall && !isStill);
  const naming = useFileName(db, edits, name, size);
  const fileName = naming.of(format);
  const { said, isBusy, copy, download, saveLayers } = useExport({ host, edits, choice, finished, naming });
  return (
    <Group title={say('studio.exportTitle')}>
      <div className="finished">
        <DragOut file={finished.file} isCurrent={finished.state === 'current'} fileName={fileName} />
        <FileFacts size={size} finished={finished} isSmall={isSmall} />
      </div>
      <Choice
        label={say('studio.exportFormat')}
        options={FORMATS.map((each) => [each, say(FORMAT_WORDS[each])] as const)}
        value={format}
        onChoose={(next) => choose({ format: next })}
      />
      {(format === 'webp' || format === 'jpeg') && (
        <Range
          label={say('studio.exportQuality')}
          value={quality}
          max={1}
          step={0.05}
          shown={percent(quality)}
          onMove={(next) => choose({ quality: next })}
          onSet={(next) => choose({ quality: next })}
        />
      )}
      {format === 'jpeg' && isClear && <JpegGround ground={choice.ground} onGround={(ground) => choose({ ground })} />}
      <div className="actions">
        <Button kind="primary" icon={<CopyIcon />} disabled={isBusy} onPress={copy}>
          {say('studio.exportCopy')}
        </Button>
        <Button icon={<DownloadIcon />} disabled={isBusy} onPress={download}>
          {say('studio.exportDownload')}
        </Button>
      </div>
      <p className="soft" role="status">
        {said}
      </p>
      <ExportMore
        {...{ choice, size, fileName, isBusy }}
        onDensity={(density) => choose({ density })}
        pattern={naming.pattern}
        onPattern={naming.setPattern}
        onLayers={saveLayers}
      />
    </Group>
  );
}
