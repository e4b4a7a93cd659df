/** Copying, downloading, and the ZIP of layers: one at a time, and what is said of each. */
import { useEffect, useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import { downloadFile } from '@/utils/browser/download';
import { codeOf } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Edits } from '@/utils/studio/edits';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { COPY_PROBLEMS } from '@/utils/ui/describe-copy';
import type { FileChoice, Format } from './desk';
import type { Host } from './host';
import { zipLayers } from './layer-files';
import type { Naming } from './use-file-name';
import type { Finished } from './use-finished';

export interface Exporting {
  readonly host: Host;
  readonly edits: Edits;
  readonly choice: FileChoice;
  readonly finished: Finished;
  readonly naming: Naming;
}

/** What the buttons do, and what is said of it. */
export function useExport({ host, edits, choice, finished, naming }: Exporting) {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  // What was said was about other edits.
  useEffect(() => setSaid(''), [edits, choice]);
  const working = async (work: () => Promise<string>) => {
    setBusy(true);
    setSaid(say('studio.exportMaking'));
    setSaid(await work().catch((error) => sentenceOf(codeOf(error))));
    setBusy(false);
  };
  const made = async (format: Format) => {
    const isThere = finished.state === 'current' && format === choice.format;
    return (isThere && finished.file) || host.file({ ...choice, edits, format });
  };
  const saved = (file: Blob, fileName: string) => {
    downloadFile(file, fileName);
    return say('studio.exportSaved', { size: describeBytes(file.size) });
  };
  return {
    said,
    isBusy,
    copy: () => void working(async () => copied(await made('png'))),
    download: () => void working(async () => saved(await made(choice.format), naming.of(choice.format))),
    saveLayers: () =>
      void working(async () => {
        const onFile = (number: number, all: number) => setSaid(say('studio.exportMakingLayer', { number, all }));
        const fileName = naming.of(choice.format);
        const { signal } = new AbortController();
        const zip = await zipLayers({ host, edits, choice, fileName, now: Date.now(), onFile, signal });
        return saved(zip, naming.ofLayers());
      }),
  };
}

async function copied(png: Blob): Promise<string> {
  const result = await copyImage(png);
  return result.copied ? say('studio.exportCopied') : COPY_PROBLEMS[result.reason];
}
