/** The batch into a ZIP on the disk: one at a time, with how far it is and a way to stop it. */
import { useEffect, useRef, useState } from 'react';
import { inOrder } from '@/utils/batch/batch';
import type { Batch } from '@/utils/batch/batch-store';
import { packBatch } from '@/utils/batch/pack';
import { cutoutFileName, downloadFile } from '@/utils/browser/download';
import { dayOf } from '@/utils/calendar';
import { cutoutId } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import type { Vault } from '@/utils/history/courier';
import { storageFault } from '@/utils/history/make-room';
import { readPicture } from '@/utils/history/read-picture';
import { parseEdits } from '@/utils/studio/edits';
import { streamZip, writeZip } from '@/utils/zip/write-zip';
import { lineOf, notesOf } from './batch-words';
import { createFinisher } from './finish-host';
import { nameOf } from './name-of';
import { choosePlace, type Place } from './save-file';

export type ZipWork =
  | { readonly state: 'none' }
  | { readonly state: 'working'; readonly done: number; readonly total: number }
  | { readonly state: 'saved'; readonly packed: number; readonly leftOut: number }
  | { readonly state: 'failed'; readonly code: ErrorCode };

const NONE: ZipWork = { state: 'none' };

export function useBatchZip(vault: Vault) {
  const [work, setWork] = useState<ZipWork>(NONE);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const save = async (batch: Batch) => {
    const fileName = `matte-batch-${dayOf(Date.now())}.zip`;
    const place = await choosePlace(fileName);
    if (place.kind === 'none') return;
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    const total = batch.jobs.length;
    let leftOut = 0;
    const tell = (done: number, missing: number) => {
      leftOut = missing;
      if (!control.signal.aborted) setWork({ state: 'working', done, total });
    };
    try {
      await pack(vault, batch, { place, fileName, tell, signal: control.signal });
      setWork({ state: 'saved', packed: total - leftOut, leftOut });
    } catch (error) {
      setWork(control.signal.aborted ? NONE : { state: 'failed', code: codeOf(await storageFault(error)) });
    }
  };
  const end = () => {
    stop.current?.abort();
    setWork(NONE);
  };
  return { work, save, end };
}

interface PackWish {
  readonly place: Place;
  readonly fileName: string;
  readonly tell: (done: number, leftOut: number) => void;
  readonly signal: AbortSignal;
}

async function pack(vault: Vault, { row, jobs }: Batch, { place, fileName, tell, signal }: PackWish): Promise<void> {
  const finisher = createFinisher();
  const edits = parseEdits(row.edits);
  const files = packBatch(inOrder(jobs), {
    read: (id) => readPicture(vault, cutoutId(id)),
    nameOf: (job) => nameOf(vault, job),
    finish: (cutout) => finisher.finish(cutout, edits),
    fileName: cutoutFileName,
    tell,
    lineOf,
    notesOf,
    now: Date.now,
  });
  try {
    if (place.kind === 'file') await streamZip(files, place.stream, signal);
    else downloadFile(await writeZip(files, signal), fileName);
  } finally {
    finisher.close();
  }
}
