import { CopyIcon, DownloadIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import { downloadCutout } from '@/utils/browser/download';
import { codeOf } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Size } from '@/utils/pipeline/raster';
import type { Edits } from '@/utils/studio/edits';
import { Button } from '@/utils/ui/Button';
import { COPY_PROBLEMS } from '@/utils/ui/describe-copy';
import type { Format } from './desk';
import { Choice, Group, percent, Range } from './Field';
import type { Host } from './host';

const FORMATS = [
  ['png', 'PNG'],
  ['webp', 'WebP, smaller'],
  ['jpeg', 'JPEG, no transparency'],
  ['matte', 'The matte alone, grey PNG'],
] as const;

export interface ExportControlsProps {
  readonly host: Host;
  readonly edits: Edits;
  readonly name: string;
  /** Of the finished picture. */
  readonly size: Size;
}

export function ExportControls({ host, edits, name, size }: ExportControlsProps) {
  const [format, setFormat] = useState<Format>('png');
  const [quality, setQuality] = useState(0.9);
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  // What was said was about other edits.
  useEffect(() => setSaid(''), [edits, format, quality]);

  const making = async (wished: Format, use: (file: Blob) => Promise<string> | string) => {
    setBusy(true);
    setSaid('Making the picture…');
    setSaid(
      await host
        .file({ edits, format: wished, quality })
        .then(use)
        .catch((error) => sentenceOf(codeOf(error))),
    );
    setBusy(false);
  };
  const save = (file: Blob) => {
    downloadCutout(file, name, format === 'matte' ? format : 'cutout');
    return `Saved, ${kilobytes(file.size)}.`;
  };
  const isBare = format === 'jpeg' && edits.background.kind === 'transparent';
  return (
    <Group title="Export">
      <p className="soft">
        <bdi>
          {size.width} × {size.height} px
        </bdi>
      </p>
      <Choice label="Format" options={FORMATS} value={format} onChoose={setFormat} />
      {(format === 'webp' || format === 'jpeg') && (
        <Range
          label="Quality"
          value={quality}
          max={1}
          step={0.05}
          shown={percent(quality)}
          onMove={setQuality}
          onSet={setQuality}
        />
      )}
      {isBare && (
        <p className="soft">JPEG has no transparency: the background becomes white. Choose another colour above.</p>
      )}
      <div className="actions">
        <Button
          kind="primary"
          icon={<CopyIcon />}
          disabled={isBusy}
          onPress={() => void making('png', async (png) => COPY_WORDS[await copied(png)])}
        >
          Copy
        </Button>
        <Button icon={<DownloadIcon />} disabled={isBusy} onPress={() => void making(format, save)}>
          Download
        </Button>
      </div>
      <p className="soft" role="status">
        {said}
      </p>
    </Group>
  );
}

const COPY_WORDS = {
  copied: 'The picture is on the clipboard, as PNG.',
  ...COPY_PROBLEMS,
} as const;

async function copied(png: Blob): Promise<keyof typeof COPY_WORDS> {
  const result = await copyImage(png);
  return result.copied ? 'copied' : result.reason;
}

function kilobytes(bytes: number): string {
  const kilo = bytes / 1000;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} kB` : `${(kilo / 1000).toFixed(1)} MB`;
}
