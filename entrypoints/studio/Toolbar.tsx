import { ToggleGroup } from 'radix-ui';
import { Button } from '@/utils/ui/Button';
import type { Editing } from './use-edits';

const GROUNDS = [
  ['checkerboard', 'Checkerboard'],
  ['white', 'White'],
  ['black', 'Black'],
  ['green', 'Green'],
] as const;

export interface ToolbarProps {
  readonly editing: Editing;
  readonly ground: string;
  readonly onGround: (ground: string) => void;
}

/** The way back, and what the cutout is looked at upon: a halo hides on one ground and shows on another. */
export function Toolbar({ editing, ground, onGround }: ToolbarProps) {
  return (
    <div className="toolbar">
      <Button onPress={editing.undo} disabled={!editing.canUndo}>
        Undo
      </Button>
      <Button onPress={editing.redo} disabled={!editing.canRedo}>
        Redo
      </Button>
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
