/** What lies in the hand: brush or mode, and how close one looks; with the keys for them, and those for undo and redo. */
import { useCallback, useState } from 'react';
import { NO_TOOL, resized, type Tool } from './brush';
import { undoKey } from './undo-key';
import type { Editing } from './use-edits';
import { useKeys } from './use-keys';
import { FITTING, type ZoomBy, zoomed, zoomKey } from './zoom';

/** What a press on the picture does; a brush goes before all of it. */
export type Mode = 'place' | 'pick' | 'compare';

export function useTools(editing: Pick<Editing, 'undo' | 'redo'>) {
  const [tool, setTool] = useState(NO_TOOL);
  const [mode, setMode] = useState<Mode>('place');
  const [zoom, setZoom] = useState(FITTING);
  const onZoom = useCallback((by: ZoomBy) => setZoom((before) => zoomed(before, by)), []);
  useKeys((event) => {
    const step = undoKey(event);
    if (step) editing[step]();
    const next = tool.brush && resized(tool, event.key);
    if (next) setTool({ ...tool, size: next });
    if (event.key === 'Escape') setMode('place');
    const by = zoomKey(event);
    if (by) onZoom(by);
    return step !== null || next !== null || by !== null;
  });
  const onTool = (next: Tool) => {
    setTool(next);
    if (next.brush) setMode('place');
  };
  const onMode = (next: Mode) => {
    setMode(next);
    if (next !== 'place') setTool({ ...tool, brush: null });
  };
  return { tool, onTool, mode, onMode, zoom, onZoom };
}
