/** One's own picture for the background: taken, kept beside the cutout, shown to the worker, and taken away again. */
import { useEffect, useRef, useState } from 'react';
import { backgroundPicture } from '@/utils/browser/background-picture';
import type { MatteDb } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { keepGround } from '@/utils/history/originals';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Background } from '@/utils/studio/edits';
import type { Host } from './host';
import type { Editing } from './use-edits';
import { usePasted } from './use-pasted';

export const USUAL_IMAGE: Background = { kind: 'image', fit: 'fill', colour: '#ffffff' };

export interface OwnPicture {
  /** Another number is another picture; 0 is none. */
  readonly version: number;
  /** Why the last one was refused, or ''. */
  readonly refusal: string;
  /** And makes it the background. */
  take(file: Blob): Promise<void>;
  remove(): Promise<void>;
  /** The refusal has been read. */
  dismiss(): void;
}

export function usePicture(db: MatteDb, host: Host, entryId: string, isThere: boolean, editing: Editing): OwnPicture {
  const [version, setVersion] = useState(isThere ? 1 : 0);
  const [refusal, setRefusal] = useState('');
  const put = async (picture: Blob | null) => {
    await host.picture(picture);
    await keepGround(db, entryId, picture);
    setVersion((before) => (picture ? before + 1 : 0));
    setRefusal('');
  };
  const refuse = (error: unknown) => setRefusal(sentenceOf(codeOf(error)));
  // Opening a file takes a moment, and the edits go on meanwhile.
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const take = async (file: Blob) => {
    await put(await backgroundPicture(file));
    const { edits, change } = latest.current;
    if (edits.background.kind !== 'image') change({ ...edits, background: USUAL_IMAGE });
  };
  usePasted((file) => void take(file).catch(refuse));
  return {
    version,
    refusal,
    take: (file) => take(file).catch(refuse),
    remove: () => put(null).catch(refuse),
    dismiss: () => setRefusal(''),
  };
}
