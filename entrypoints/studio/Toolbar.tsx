import { ToggleGroup } from 'radix-ui';
import { Button } from '@/utils/ui/Button';
import { percent } from './Field';
import type { Editing } from './use-edits';
import { FITTING } from './zoom';

const GROUNDS = [
  ['checkerboard', 'Checkerboard'],
  ['white', 'White'],
  ['black', 'Black'],
  ['green', 'Green'],
  ['matte', 'The matte itself'],
] as const;

export interface ToolbarProps {
  readonly editing: Editing;
  readonly ground: string;
  readonly onGround: (ground: string) => void;
  readonly zoom: number;
  readonly onZoom: (by: 'in' | 'out' | 'fit') => void;
}

/** The way back, and what the cutout is looked at upon: a halo hides on one ground and shows on another. */
export function Toolbar({ editing, ground, onGround, zoom, onZoom }: ToolbarProps) {
  return (
    <div className="toolbar">
      <Button onPress={editing.undo} disabled={!editing.canUndo}>
        Undo
      </Button>
      <Button onPress={editing.redo} disabled={!editing.canRedo}>
        Redo
      </Button>
      <div className="zoom">
        <Button kind="quiet" label="Smaller" onPress={() => onZoom('out')} disabled={zoom === FITTING}>
          −
        </Button>
        <Button kind="quiet" label={`Zoom ${percent(zoom)}: fit into the window`} onPress={() => onZoom('fit')}>
          {percent(zoom)}
        </Button>
        <Button kind="quiet" label="Larger" onPress={() => onZoom('in')}>
          +
        </Button>
      </div>
      <ToggleGroup.Root
        type="single"
        className="grounds"
        aria-label="Look at it on"
        value={ground}
        onValueChange={(next) => next && onGround(next)}
      >
        {GROUNDS.map(([id, title]) => (
          <ToggleGroup.Item key={id} value={id} className="ground" data-ground={id} aria-label={title} title={title} />
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
