import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { say } from '@/utils/i18n/say';
import { MAX_BRUSH } from '@/utils/studio/strokes';
import { MAX_SOFTNESS, MIN_BRUSH, type Tool } from './brush';
import { Group, percent, Range } from './Field';
import { PhotoPicker } from './PhotoPicker';

export interface BrushControlsProps {
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
  readonly hasPhoto: boolean;
  /** @returns whether it is a picture of the same size */
  readonly onPhoto: (photo: Blob) => Promise<boolean>;
}

const BRUSHES = [
  ['erase', 'studio.brushErase'],
  ['restore', 'studio.brushRestore'],
] as const;

export function BrushControls({ tool, onTool, hasPhoto, onPhoto }: BrushControlsProps) {
  const [isAsking, setAsking] = useState(false);
  const choose = (next: string) => {
    const brush = BRUSHES.find(([id]) => id === next)?.[0] ?? null;
    const needsPhoto = brush === 'restore' && !hasPhoto;
    setAsking(needsPhoto);
    onTool({ ...tool, brush: needsPhoto ? null : brush });
  };
  return (
    <Group title={say('studio.brushTitle')}>
      <ToggleGroup.Root
        type="single"
        className="brushes"
        aria-label={say('studio.brushTitle')}
        value={isAsking ? 'restore' : (tool.brush ?? '')}
        onValueChange={choose}
      >
        {BRUSHES.map(([id, title]) => (
          <ToggleGroup.Item key={id} value={id} className="button">
            {say(title)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {isAsking && !hasPhoto && (
        <PhotoPicker
          why="restore"
          onPhoto={async (photo) => {
            const fits = await onPhoto(photo);
            if (fits) onTool({ ...tool, brush: 'restore' });
            return fits;
          }}
        />
      )}
      {tool.brush && <BrushSettings tool={tool} onTool={onTool} />}
    </Group>
  );
}

function BrushSettings({ tool, onTool }: Pick<BrushControlsProps, 'tool' | 'onTool'>) {
  const sized = (size: number) => onTool({ ...tool, size: Math.max(MIN_BRUSH, size) });
  const softened = (softness: number) => onTool({ ...tool, softness });
  return (
    <>
      <Range
        label={say('studio.brushSize')}
        value={tool.size}
        max={MAX_BRUSH}
        step={MIN_BRUSH}
        shown={percent(tool.size)}
        onMove={sized}
        onSet={sized}
      />
      <Range
        label={say('studio.brushSoftness')}
        value={tool.softness}
        max={MAX_SOFTNESS}
        step={0.05}
        shown={percent(tool.softness)}
        onMove={softened}
        onSet={softened}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={tool.hasLoupe}
          onChange={({ target }) => onTool({ ...tool, hasLoupe: target.checked })}
        />
        {say('studio.brushLoupe')}
      </label>
      <p className="soft">{say('studio.brushHint')}</p>
    </>
  );
}
