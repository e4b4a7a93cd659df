/** Cutouts as the files of a ZIP, one after another; those that do not open are listed in its notes. */

import { cutoutFileName } from '@/utils/browser/download';
import type { Picture } from '@/utils/history/read-picture';
import { say } from '@/utils/i18n/say';
import type { ZipFile } from '@/utils/zip/write-zip';

export interface Packed {
  readonly id: string;
  readonly name: string;
  readonly entry: { readonly createdAt: number };
}

type Closed = Exclude<Picture['state'], 'open'>;

export interface LeftOut {
  readonly name: string;
  readonly why: Closed;
}

export interface PackDeps {
  /** The cutout's file. */
  readonly read: (id: string) => Promise<Picture>;
  /** Before each, with what could not be packed so far. */
  readonly tell: (done: number, leftOut: readonly LeftOut[]) => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Holds one picture at a time. */
export async function* packCutouts(cutouts: readonly Packed[], deps: PackDeps): AsyncGenerator<ZipFile> {
  const leftOut: LeftOut[] = [];
  for (const [done, { id, name, entry }] of cutouts.entries()) {
    deps.tell(done, leftOut);
    const picture = await deps.read(id);
    if (picture.state === 'open')
      yield { name: cutoutFileName(name, picture.blob.type), blob: picture.blob, at: entry.createdAt };
    else leftOut.push({ name, why: picture.state });
  }
  deps.tell(cutouts.length, [...leftOut]);
  if (leftOut.length > 0) yield { name: 'notes.txt', blob: new Blob([notesOf(leftOut)]), at: deps.now() };
}

function notesOf(leftOut: readonly LeftOut[]): string {
  const lines = leftOut.map(({ name, why }) => say('history.zipNote', { name, why: say(`history.why-${why}`) }));
  return [say('history.zipNotes'), '', ...lines, ''].join('\r\n');
}
