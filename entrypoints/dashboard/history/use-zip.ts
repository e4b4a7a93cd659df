/** Cutouts into a ZIP and the ZIP into the downloads: one at a time, with how far it is and a way to stop it. */
import { useRef, useState } from 'react';
import { downloadFile } from '@/utils/browser/download';
import { dayOf } from '@/utils/calendar';
import { cutoutId } from '@/utils/db';
import type { Vault } from '@/utils/history/courier';
import { readPicture } from '@/utils/history/read-picture';
import { writeZip } from '@/utils/zip/write-zip';
import type { Cutout } from './cutout';
import { packCutouts } from './zip-cutouts';

export interface ZipWork {
  readonly done: number;
  readonly total: number;
  readonly leftOut: number;
  readonly isAtWork: boolean;
}

export function useZip(vault: Vault, onFault: (thrown: unknown) => void) {
  const [work, setWork] = useState<ZipWork | null>(null);
  const stop = useRef<AbortController>(null);
  const start = async (cutouts: readonly Cutout[]) => {
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    const { signal } = control;
    const tell = (done: number, leftOut: readonly unknown[]) => {
      if (!signal.aborted) setWork({ done, total: cutouts.length, leftOut: leftOut.length, isAtWork: true });
    };
    const read = (id: string) => readPicture(vault, cutoutId(id));
    try {
      const zip = await writeZip(packCutouts(cutouts, { read, tell, now: Date.now }), signal);
      downloadFile(zip, `matte-cutouts-${dayOf(Date.now())}.zip`);
      // Who has all of it sees it in the downloads.
      setWork((last) => (last && last.leftOut > 0 ? { ...last, isAtWork: false } : null));
    } catch (error) {
      if (signal.aborted) return;
      setWork(null);
      onFault(error);
    }
  };
  const end = () => {
    stop.current?.abort();
    setWork(null);
  };
  return { work, start, end };
}
