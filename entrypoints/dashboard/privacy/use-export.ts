/** An export from click to file: how far it is, and a way to end it. The ZIP grows in a Blob, which the browser keeps on the disk. */

import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { downloadFile } from '@/utils/browser/download';
import type { MatteDb } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { type Exporter, exportFiles } from '@/utils/privacy/export';
import { writeZip } from '@/utils/zip/write-zip';
import schema from '../../../docs/export.schema.json?raw';
import { describeBytes } from './privacy-words';

export function useExport(db: MatteDb) {
  const [status, setStatus] = useState('');
  const [running, setRunning] = useState<AbortController | null>(null);
  const last = useRef<AbortController | null>(null);
  // Whoever leaves the tab, or signs out, has no use for the rest.
  useEffect(() => () => last.current?.abort(), []);

  const run = async (exporter: Exporter, { signal }: AbortController) => {
    const onProgress = (done: number, of: number) => setStatus(say('privacy.cutoutsOf', { done, of }));
    const { version } = browser.runtime.getManifest();
    const files = exportFiles({ db, version, schema, now: Date.now, onProgress }, exporter);
    const zip = await writeZip(files, signal);
    downloadFile(zip, `matte-export-${new Date().toISOString().slice(0, 10)}.zip`);
    setStatus(say('privacy.exported', { size: describeBytes(zip.size) }));
  };
  const start = (exporter: Exporter) => {
    const controller = new AbortController();
    last.current = controller;
    setRunning(controller);
    setStatus(say('privacy.exporting'));
    run(exporter, controller)
      .catch((error) => setStatus(controller.signal.aborted ? say('privacy.cancelled') : sentenceOf(codeOf(error))))
      .finally(() => setRunning(null));
  };
  return { status, isBusy: running !== null, start, cancel: () => running?.abort() };
}
