/** A ZIP of all layers: made one after the other, so that memory holds one. */

import type { Edits } from '@/utils/studio/edits';
import { LAYERS } from '@/utils/studio/layers';
import { writeZip, type ZipFile } from '@/utils/zip/write-zip';
import { endingOf, type FileChoice } from './desk';
import type { Host } from './host';

export interface LayersWish {
  readonly host: Host;
  readonly edits: Edits;
  /** Of the finished picture. */
  readonly choice: FileChoice;
  /** What the finished picture is called, with its ending. */
  readonly fileName: string;
  readonly now: number;
  /** From 1. */
  readonly onFile: (number: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** @throws MatteError, or the signal's reason */
export function zipLayers(wish: LayersWish): Promise<Blob> {
  return writeZip(layerFiles(wish), wish.signal);
}

async function* layerFiles({
  host,
  edits,
  choice,
  fileName,
  now,
  onFile,
  signal,
}: LayersWish): AsyncGenerator<ZipFile> {
  const all = LAYERS.length + 1;
  for (const [i, format] of LAYERS.entries()) {
    onFile(i + 1, all);
    yield { name: `${format}.png`, blob: await host.file({ ...choice, edits, format }, signal), at: now };
  }
  onFile(all, all);
  // The matte is among them already: the finished picture is one to look at.
  const format = choice.format === 'matte' ? 'png' : choice.format;
  const stem = fileName.replace(/\.[^.]*$/, '');
  yield {
    name: `${stem}.${endingOf(format)}`,
    blob: await host.file({ ...choice, edits, format }, signal),
    at: now,
  };
}
