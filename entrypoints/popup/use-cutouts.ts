/** What can be done with a cutout: it is opened only now, and why that failed is said. */
import { useCallback, useState } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import { cutoutId } from '@/utils/db';
import { noteFault } from '@/utils/diagnostics/log';
import type { Vault } from '@/utils/history/courier';
import { type Picture, readDelivered } from '@/utils/history/read-picture';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Result } from './read-stored';
import { useCopy } from './use-copy';

export const GONE = 'This cutout has been deleted. Right-click the picture again to make a new one.';
const PROBLEMS: Readonly<Record<Exclude<Picture['state'], 'open'>, string>> = {
  damaged: sentenceOf('vault-damaged'),
  gone: GONE,
  locked: 'Your account is locked. Unlock it below, then press Copy again.',
};

export function useCutouts(vault: Vault, onCopied: (id: string) => void) {
  const { copiedId, copyProblem, copyCutout, forgetProblem } = useCopy(onCopied);
  const [problem, setProblem] = useState<string | null>(null);
  const opened = useCallback(
    async (id: string): Promise<Blob | null> => {
      const picture = await readDelivered(vault, cutoutId(id));
      if (picture.state === 'damaged') void noteFault({ db: vault.db, now: Date.now }, { code: 'vault-damaged' });
      setProblem(picture.state === 'open' ? null : PROBLEMS[picture.state]);
      return picture.state === 'open' ? picture.blob : null;
    },
    [vault],
  );
  const onCopy = useCallback(
    ({ entry: { id } }: Result) => void opened(id).then((cutout) => cutout && copyCutout(id, cutout)),
    [opened, copyCutout],
  );
  const onDownload = useCallback(
    ({ name, entry: { id } }: Result) => void opened(id).then((cutout) => cutout && downloadCutout(cutout, name)),
    [opened],
  );
  const forget = () => {
    setProblem(null);
    forgetProblem();
  };
  return { copiedId, copyCutout, onCopy, onDownload, problem: problem ?? copyProblem, forget };
}
