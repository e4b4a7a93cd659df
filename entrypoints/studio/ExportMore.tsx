import { FolderArchiveIcon } from 'lucide-react';
import { useId } from 'react';
import { locale, say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import { DENSITIES, type Density } from '@/utils/studio/density';
import { MAX_PATTERN, NAME_PARTS } from '@/utils/studio/file-name';
import { Button } from '@/utils/ui/Button';
import type { FileChoice } from './desk';
import { Choice } from './Field';

export interface ExportMoreProps {
  readonly choice: FileChoice;
  readonly onDensity: (density: Density | null) => void;
  /** Of the finished picture. */
  readonly size: Size;
  readonly pattern: string;
  readonly onPattern: (pattern: string) => void;
  /** What the file will be called. */
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onLayers: () => void;
}

/** What few people need often, folded. */
export function ExportMore(props: ExportMoreProps) {
  return (
    <details className="more">
      <summary>{say('studio.exportMore')}</summary>
      <DensityChoice {...props} />
      <PatternField {...props} />
      <Button icon={<FolderArchiveIcon />} disabled={props.isBusy} onPress={props.onLayers}>
        {say('studio.exportLayers')}
      </Button>
      <p className="soft">{say('studio.exportLayersAbout')}</p>
    </details>
  );
}

function DensityChoice({ choice: { density, format }, onDensity, size }: ExportMoreProps) {
  const options = [
    ['none', say('studio.exportNoDensity')],
    ...DENSITIES.map((dpi) => [`${dpi}`, say('studio.exportDpi', { dpi })] as const),
  ] as const;
  const choose = (chosen: string) => onDensity(DENSITIES.find((dpi) => `${dpi}` === chosen) ?? null);
  return (
    <>
      <Choice label={say('studio.exportDensity')} options={options} value={`${density ?? 'none'}`} onChoose={choose} />
      {density && (
        <p className="soft">
          {format === 'webp' ? say('studio.exportNoDensityInWebp') : say('studio.exportPrints', printed(size, density))}
        </p>
      )}
    </>
  );
}

const CM_PER_INCH = 2.54;

function printed({ width, height }: Size, dpi: Density) {
  const cm = (pixels: number) => ((pixels / dpi) * CM_PER_INCH).toLocaleString(locale(), { maximumFractionDigits: 1 });
  return { width: cm(width), height: cm(height) };
}

function PatternField({ pattern, onPattern, fileName }: ExportMoreProps) {
  const id = useId();
  const about = useId();
  const parts = NAME_PARTS.map((part) => `{${part}}`).join(' ');
  return (
    <>
      <div className="choice">
        <label htmlFor={id}>{say('studio.exportPattern')}</label>
        <input
          id={id}
          type="text"
          value={pattern}
          maxLength={MAX_PATTERN}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={about}
          onChange={({ target }) => onPattern(target.value)}
        />
      </div>
      <p className="soft" id={about}>
        {say('studio.exportPatternExample', { file: fileName })}
        <br />
        {say('studio.exportPatternAbout', { parts })}
      </p>
    </>
  );
}
