/** Copying from the popup: which cutout is on the clipboard, or why none is. */
import { useCallback, useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import type { MatteDb } from '@/utils/db';
import { asCopied } from '@/utils/pages/as-copied';
import { COPY_PROBLEMS } from '@/utils/ui/describe-copy';

export function useCopy(db: MatteDb, onCopied: (id: string) => void) {
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [copyProblem, setProblem] = useState<string | null>(null);
  const copyCutout = useCallback(
    async (id: string, cutout: Blob) => {
      const result = await copyImage(await asCopied(db, cutout));
      setProblem(result.copied ? null : COPY_PROBLEMS[result.reason]);
      setCopiedId(result.copied ? id : null);
      if (result.copied) onCopied(id);
    },
    [db, onCopied],
  );
  const forgetProblem = useCallback(() => setProblem(null), []);
  return { copiedId, copyProblem, copyCutout, forgetProblem };
}
