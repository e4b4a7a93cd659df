import { type Edge, MAX_EDGE } from '@/utils/studio/edits';
import { Group, Range } from './Field';
import type { Editing } from './use-edits';

export interface EdgeControlsProps {
  readonly editing: Editing;
  /** Of the photo, pixels: edges are thought of in pixels. */
  readonly longSide: number;
}

/** Inwards only: outside the edge the cutout has no colours. */
export function EdgeControls({ editing: { edits, move, change }, longSide }: EdgeControlsProps) {
  const { edge } = edits;
  const edged = (part: Partial<Edge>) => ({ ...edits, edge: { ...edge, ...part } });
  const pixels = (share: number) => `${(share * longSide).toFixed(1)} px`;
  return (
    <Group title="Edge">
      <Range
        label="Tighter"
        value={edge.shift}
        max={MAX_EDGE}
        step={0.0002}
        shown={pixels(edge.shift)}
        onMove={(shift) => move(edged({ shift }))}
        onSet={(shift) => change(edged({ shift }))}
      />
      <Range
        label="Softer"
        value={edge.feather}
        max={MAX_EDGE}
        step={0.0002}
        shown={pixels(edge.feather)}
        onMove={(feather) => move(edged({ feather }))}
        onSet={(feather) => change(edged({ feather }))}
      />
    </Group>
  );
}
