import { useCallback, useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { layOut, turnedSize } from '@/utils/studio/layout';
import { BackgroundControls } from './BackgroundControls';
import { BrushControls } from './BrushControls';
import { NO_TOOL, resized } from './brush';
import { EdgeControls } from './EdgeControls';
import { ExportControls } from './ExportControls';
import { FrameControls } from './FrameControls';
import type { Host } from './host';
import { PresetPicker } from './PresetPicker';
import { ShadowControls } from './ShadowControls';
import { Stage } from './Stage';
import { Toolbar } from './Toolbar';
import { undoKey } from './undo-key';
import { useEdits } from './use-edits';
import { useKeys } from './use-keys';
import type { Opened } from './use-opened';
import { useRetouched } from './use-retouched';
import { FITTING, zoomed, zoomKey } from './zoom';

export interface StudioProps {
  readonly db: MatteDb;
  readonly host: Host;
  readonly entryId: string;
  readonly opened: Opened & { readonly state: 'open' };
}

export function Studio({ db, host, entryId, opened }: StudioProps) {
  const { name, size, subject } = opened;
  const editing = useEdits(db, entryId, opened.edits);
  const { edits, change } = editing;
  const [ground, setGround] = useState('checkerboard');
  const [tool, setTool] = useState(NO_TOOL);
  const [zoom, setZoom] = useState(FITTING);
  const onZoom = useCallback((by: 'in' | 'out' | 'fit') => setZoom((before) => zoomed(before, by)), []);
  const [hasPhoto, setHasPhoto] = useState(opened.hasPhoto);
  useRetouched(db, host, entryId, edits.strokes, hasPhoto);
  useEffect(() => {
    document.title = name ? `${name} · Matte studio` : 'Matte studio';
  }, [name]);
  useKeys((event) => {
    const step = undoKey(event);
    if (step) editing[step]();
    const next = tool.brush && resized(tool, event.key);
    if (next) setTool({ ...tool, size: next });
    const by = zoomKey(event);
    if (by) onZoom(by);
    return step !== null || next !== null || by !== null;
  });
  const takePhoto = async (photo: Blob) => {
    const fits = await host.photo(photo);
    setHasPhoto(fits);
    return fits;
  };
  const finished = layOut(turnedSize(size, edits.frame), subject && turnedSize(subject, edits.frame), edits.frame);
  return (
    <main className="studio">
      <header>
        <h1>
          <bdi>{name || 'Studio'}</bdi>
        </h1>
        <Toolbar {...{ editing, ground, zoom, onZoom }} onGround={setGround} />
      </header>
      <Stage
        {...{ host, edits, tool, size, hasPhoto, ground, zoom, onZoom, name }}
        onStroke={(stroke) => change({ ...edits, strokes: [...edits.strokes, stroke] })}
      />
      <aside aria-label="Edits">
        <PresetPicker db={db} editing={editing} />
        <BrushControls tool={tool} onTool={setTool} hasPhoto={hasPhoto} onPhoto={takePhoto} />
        <EdgeControls {...{ editing, hasPhoto }} longSide={Math.max(size.width, size.height)} />
        <BackgroundControls editing={editing} />
        <FrameControls editing={editing} size={finished} />
        <ShadowControls editing={editing} />
        <ExportControls {...{ db, host, edits, name, hasPhoto }} size={finished} />
      </aside>
    </main>
  );
}
