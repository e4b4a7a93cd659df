import { useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import type { Colour } from '@/utils/studio/edits';
import { BackgroundControls } from './BackgroundControls';
import { BrushControls } from './BrushControls';
import { EdgeControls } from './EdgeControls';
import { ExportControls } from './ExportControls';
import { FrameControls } from './FrameControls';
import type { Host } from './host';
import { PhotoPicker, type PhotoPickerProps } from './PhotoPicker';
import { PlaceControls } from './PlaceControls';
import { PresetPicker } from './PresetPicker';
import { placingOf } from './placing-of';
import { ShadowControls } from './ShadowControls';
import { Stage } from './Stage';
import { Still } from './Still';
import { Toolbar } from './Toolbar';
import { useEdits } from './use-edits';
import type { Opened } from './use-opened';
import { usePicture } from './use-picture';
import { useRecentColours } from './use-recent-colours';
import { useRetouched } from './use-retouched';
import { type Mode, useTools } from './use-tools';

export interface StudioProps {
  readonly db: MatteDb;
  readonly host: Host;
  readonly entryId: string;
  readonly opened: Opened & { readonly state: 'open' };
}

export function Studio({ db, host, entryId, opened }: StudioProps) {
  const { name, size, subject } = opened;
  const editing = useEdits(db, entryId, opened.edits);
  const { edits, change, isEdgeMoving: isStill } = editing;
  const [ground, setGround] = useState('checkerboard');
  const tools = useTools(editing);
  const { tool, mode, onMode, zoom, onZoom } = tools;
  const [hasPhoto, setHasPhoto] = useState(opened.hasPhoto);
  const picture = usePicture(db, host, entryId, opened.picture, editing);
  const recent = useRecentColours(db);
  useRetouched(db, host, entryId, edits.strokes, hasPhoto);
  useTitle(name);
  const takePhoto = async (photo: Blob) => {
    const fits = await host.photo(photo);
    setHasPhoto(fits);
    return fits;
  };
  const onPick = (colour: Colour) => {
    onMode('place');
    recent.remember(colour);
    change({ ...edits, background: { kind: 'colour', colour } });
  };
  const placing = placingOf(editing, size, subject);
  const { frame: finished } = placing.at(placing.place);
  return (
    <main className="studio">
      <header>
        <h1>
          <bdi>{name || say('studio.studio')}</bdi>
        </h1>
        <Still isStill={isStill}>
          <Toolbar {...{ editing, ground, zoom, onZoom, mode, onMode }} onGround={setGround} />
        </Still>
      </header>
      <Stage
        {...{ host, edits, tool, mode, size, hasPhoto, picture, placing, ground, zoom, onZoom, name, onPick }}
        isMoving={editing.isMoving}
        onStroke={(stroke) => change({ ...edits, strokes: [...edits.strokes, stroke] })}
      >
        <Asked mode={mode} hasPhoto={hasPhoto} onPhoto={takePhoto} />
      </Stage>
      <aside aria-label={say('studio.edits')}>
        <Still isStill={isStill}>
          <PresetPicker db={db} editing={editing} />
          <BrushControls tool={tool} onTool={tools.onTool} hasPhoto={hasPhoto} onPhoto={takePhoto} />
        </Still>
        <EdgeControls {...{ editing, hasPhoto }} longSide={Math.max(size.width, size.height)} />
        <Still isStill={isStill}>
          <BackgroundControls {...{ editing, picture, hasPhoto, recent, mode, onMode }} onPhoto={takePhoto} />
          <FrameControls editing={editing} size={finished} />
          <PlaceControls placing={placing} />
          <ShadowControls editing={editing} />
          <ExportControls {...{ db, host, edits, name, hasPhoto, isStill }} picture={picture.shown} size={finished} />
        </Still>
      </aside>
    </main>
  );
}

interface AskedProps extends Pick<PhotoPickerProps, 'onPhoto'> {
  readonly mode: Mode;
  readonly hasPhoto: boolean;
}

/** What a mode waits for. */
function Asked({ mode, hasPhoto, onPhoto }: AskedProps) {
  if (mode === 'pick') return <p className="ask soft">{say('studio.pickHint')}</p>;
  if (mode !== 'compare' || hasPhoto) return null;
  return (
    <div className="ask">
      <PhotoPicker why="compare" onPhoto={onPhoto} />
    </div>
  );
}

function useTitle(name: string): void {
  useEffect(() => {
    document.title = name ? say('studio.documentTitle', { name }) : say('studio.title');
  }, [name]);
}
