/**
 * One's own pictures for the background. The edits say which of them; that one is kept beside the cutout and shown to the
 * worker. Those that were given while the studio is open stay at hand, so that undo brings them back.
 */
import { useEffect, useRef, useState } from 'react';
import { backgroundPicture } from '@/utils/browser/background-picture';
import type { MatteDb } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { keepGround } from '@/utils/history/originals';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Background, Edits } from '@/utils/studio/edits';
import type { Host } from './host';
import type { Editing } from './use-edits';
import { usePasted } from './use-pasted';

const USUAL = { kind: 'image', fit: 'fill', colour: '#ffffff' } as const;
const NONE = 0;

export interface OwnPicture {
  /** Which one is shown; 0 is none. */
  readonly shown: number;
  /** Why the last one was refused, or ''. */
  readonly refusal: string;
  /** What to begin with, when a picture is wanted. */
  readonly usual: Background;
  /** And makes it the background. */
  take(file: Blob): Promise<void>;
  remove(): void;
  /** The refusal has been read. */
  dismiss(): void;
}

/** @param first the one that lies beside the cutout and is shown already, if there is one */
export function usePicture(db: MatteDb, host: Host, entryId: string, first: Blob | null, editing: Editing): OwnPicture {
  const [album] = useState(() => createAlbum(first, editing.edits));
  const [shown, setShown] = useState(album.first);
  const [refusal, setRefusal] = useState('');
  const refuse = (error: unknown) => setRefusal(sentenceOf(codeOf(error)));
  // Opening a file takes a moment, and the edits go on meanwhile.
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const use = (picture: number) => {
    const { edits, change } = latest.current;
    const { background } = edits;
    change({ ...edits, background: { ...(background.kind === 'image' ? background : USUAL), picture } });
    setRefusal('');
  };
  const wanted = wantedOf(editing.edits, shown);
  useEffect(() => {
    const picture = album.get(wanted);
    if (wanted === shown || picture === undefined) return;
    // The worker is told at once: a file that is asked for from here on has it.
    Promise.all([host.picture(picture), album.inTurn(() => keepGround(db, entryId, picture))]).then(
      () => setShown(wanted),
      (error) => setRefusal(sentenceOf(codeOf(error))),
    );
  }, [db, host, entryId, album, wanted, shown]);
  const take = (file: Blob) => backgroundPicture(file).then((picture) => use(album.add(picture)), refuse);
  usePasted((file) => void take(file));
  const usual = { ...USUAL, picture: shown };
  return { shown, refusal, usual, take, remove: () => use(NONE), dismiss: () => setRefusal('') };
}

function wantedOf({ background }: Edits, shown: number): number {
  return background.kind === 'image' ? (background.picture ?? shown) : shown;
}

/** Pictures by their numbers. */
function createAlbum(first: Blob | null, { background }: Edits) {
  const said = background.kind === 'image' ? background.picture : undefined;
  const number = first ? said || 1 : NONE;
  const pictures = new Map<number, Blob | null>([[NONE, null]]);
  if (first) pictures.set(number, first);
  let newest = Math.max(number, said ?? 0);
  let line: Promise<void> = Promise.resolve();
  return {
    first: number,
    get: (picture: number) => pictures.get(picture),
    add(picture: Blob): number {
      newest++;
      pictures.set(newest, picture);
      return newest;
    },
    /** One after the other: the last is what stays. */
    inTurn(act: () => Promise<void>): Promise<void> {
      const done = line.then(act);
      line = done.catch(() => undefined);
      return done;
    },
  };
}
