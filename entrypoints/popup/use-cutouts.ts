/** What can be done with a cutout: it is opened only now, and why that failed is said. */
import { useCallback, useState } from 'react';
import { downloadCutout } from '@/utils/browser/download';
import { cutoutId } from '@/utils/db';
import { noteFault } from '@/utils/diagnostics/log';
import type { Vault } from '@/utils/history/courier';
import { type Picture, readDelivered } from '@/utils/history/read-picture';
import { type MessageKey, say } from '@/utils/i18n/say';
import type { Result } from './read-stored';
import { useCopy } from './use-copy';

const PROBLEMS: Readonly<Record<Exclude<Picture['state'], 'open'>, MessageKey>> = {
  damaged: 'errors.vault-damaged',
  gone: 'popup.gone',
  locked: 'popup.lockedCopy',
};

export function useCutouts(vault: Vault, onCopied: (id: string) => void) {
  const { copiedId, copyProblem, copyCutout, forgetProblem } = useCopy(vault.db, onCopied);
  const [problem, setProblem] = useState<string | null>(null);
  const opened = useCallback(
    async (id: string): Promise<Blob | null> => {
      const picture = await readDelivered(vault, cutoutId(id));
      if (picture.state === 'damaged') void noteFault({ db: vault.db, now: Date.now }, { code: 'vault-damaged' });
      setProblem(picture.state === 'open' ? null : say(PROBLEMS[picture.state]));
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
