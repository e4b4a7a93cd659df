import { useEffect, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { layOut, turnedSize } from '@/utils/studio/layout';
import { BackgroundControls } from './BackgroundControls';
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
import type { Opened } from './use-opened';

export interface StudioProps {
  readonly db: MatteDb;
  readonly host: Host;
  readonly entryId: string;
  readonly opened: Opened & { readonly state: 'open' };
}

export function Studio({ db, host, entryId, opened: { name, size, subject, edits: first } }: StudioProps) {
  const editing = useEdits(db, entryId, first);
  const [ground, setGround] = useState('checkerboard');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = undoKey(event);
      if (!step) return;
      event.preventDefault();
      editing[step]();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const { frame } = editing.edits;
  const { width, height } = layOut(turnedSize(size, frame), subject && turnedSize(subject, frame), frame);
  return (
    <main className="studio">
      <header>
        <h1>
          <bdi>{name || 'Studio'}</bdi>
        </h1>
        <Toolbar editing={editing} ground={ground} onGround={setGround} />
      </header>
      <Stage host={host} edits={editing.edits} ground={ground} name={name} />
      <aside aria-label="Edits">
        <PresetPicker editing={editing} />
        <EdgeControls editing={editing} longSide={Math.max(size.width, size.height)} />
        <BackgroundControls editing={editing} />
        <FrameControls editing={editing} size={{ width, height }} />
        <ShadowControls editing={editing} />
        <ExportControls host={host} edits={editing.edits} name={name} size={{ width, height }} />
      </aside>
    </main>
  );
}
