import { SquareSplitHorizontalIcon } from 'lucide-react';
import { Toggle, ToggleGroup } from 'radix-ui';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { percent } from './Field';
import type { Editing } from './use-edits';
import type { Mode } from './use-tools';
import { FITTING, type ZoomBy } from './zoom';

const GROUNDS = [
  ['checkerboard', 'studio.groundCheckerboard'],
  ['white', 'studio.groundWhite'],
  ['black', 'studio.groundBlack'],
  ['green', 'studio.groundGreen'],
  ['matte', 'studio.groundMatte'],
] as const;

export interface ToolbarProps {
  readonly editing: Editing;
  readonly ground: string;
  readonly onGround: (ground: string) => void;
  readonly zoom: number;
  readonly onZoom: (by: ZoomBy) => void;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

/** The way back, and what the cutout is looked at upon: a halo hides on one ground and shows on another. */
export function Toolbar({ editing, ground, onGround, zoom, onZoom, mode, onMode }: ToolbarProps) {
  return (
    <div className="toolbar">
      <Button onPress={editing.undo} disabled={!editing.canUndo}>
        {say('studio.undo')}
      </Button>
      <Button onPress={editing.redo} disabled={!editing.canRedo}>
        {say('studio.redo')}
      </Button>
      <div className="zoom">
        <Button kind="quiet" label={say('studio.zoomOut')} onPress={() => onZoom('out')} disabled={zoom === FITTING}>
          −
        </Button>
        <Button kind="quiet" label={say('studio.zoomFit', { percent: percent(zoom) })} onPress={() => onZoom('fit')}>
          {percent(zoom)}
        </Button>
        <Button kind="quiet" label={say('studio.zoomIn')} onPress={() => onZoom('in')}>
          +
        </Button>
      </div>
      <Toggle.Root
        className="button"
        pressed={mode === 'compare'}
        onPressedChange={(isOn) => onMode(isOn ? 'compare' : 'place')}
      >
        <SquareSplitHorizontalIcon />
        {say('studio.compare')}
      </Toggle.Root>
      <ToggleGroup.Root
        type="single"
        className="grounds"
        aria-label={say('studio.groundLabel')}
        value={ground}
        onValueChange={(next) => next && onGround(next)}
      >
        {GROUNDS.map(([id, title]) => (
          <ToggleGroup.Item
            key={id}
            value={id}
            className="ground"
            data-ground={id}
            aria-label={say(title)}
            title={say(title)}
          />
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
