import { useId } from 'react';
import { say } from '@/utils/i18n/say';
import { type Edge, MAX_EDGE, MAX_SMOOTH } from '@/utils/studio/edits';
import { Group, Range } from './Field';
import type { Editing } from './use-edits';

export interface EdgeControlsProps {
  readonly editing: Editing;
  /** Of the photo, pixels: edges are thought of in pixels. */
  readonly longSide: number;
  readonly hasPhoto: boolean;
}

/** A pixel of a large photo. */
const STEP = 0.0002;

export function EdgeControls({ editing, longSide, hasPhoto }: EdgeControlsProps) {
  const { edits, move, change } = editing;
  const { edge } = edits;
  const edged = (part: Partial<Edge>) => ({ ...edits, edge: { ...edge, ...part } });
  const shown = (share: number) => say('studio.edgePixels', { pixels: Math.abs(share) * longSide });
  const range = (part: 'shift' | 'feather' | 'smooth') => ({
    value: edge[part],
    shown: shown(edge[part]),
    onMove: (value: number) => move(edged({ [part]: value })),
    onSet: (value: number) => change(edged({ [part]: value })),
  });
  return (
    <Group title={say('studio.edgeTitle')}>
      <Range
        label={say('studio.edgeShift')}
        min={-MAX_EDGE}
        max={MAX_EDGE}
        step={STEP}
        {...range('shift')}
        spoken={say(edge.shift < 0 ? 'studio.edgeWider' : 'studio.edgeTighter', { pixels: shown(edge.shift) })}
      />
      <Range label={say('studio.edgeFeather')} max={MAX_EDGE} step={STEP} {...range('feather')} />
      <Range label={say('studio.edgeSmooth')} max={MAX_SMOOTH} step={STEP / 2} {...range('smooth')} />
      <CleanColours
        isOn={edge.decontaminate || !hasPhoto}
        isFree={hasPhoto}
        onSet={(decontaminate) => change(edged({ decontaminate }))}
      />
    </Group>
  );
}

interface CleanColoursProps {
  readonly isOn: boolean;
  /** The photo is here, whose colours are the other choice. */
  readonly isFree: boolean;
  readonly onSet: (isOn: boolean) => void;
}

function CleanColours({ isOn, isFree, onSet }: CleanColoursProps) {
  const about = useId();
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={!isFree}
          aria-describedby={about}
          onChange={({ target }) => onSet(target.checked)}
        />
        {say('studio.edgeClean')}
      </label>
      <p className="soft" id={about}>
        {say(isFree ? 'studio.edgeCleanAbout' : 'studio.edgeCleanNeedsPhoto')}
      </p>
    </div>
  );
}
