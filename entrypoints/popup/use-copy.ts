/** Copying from the popup: which cutout is on the clipboard, or why none is. */
import { useCallback, useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import { COPY_PROBLEMS } from '@/utils/ui/describe-copy';

export function useCopy(onCopied: (id: string) => void) {
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [copyProblem, setProblem] = useState<string | null>(null);
  const copyCutout = useCallback(
    async (id: string, cutout: Blob) => {
      const result = await copyImage(cutout);
      setProblem(result.copied ? null : COPY_PROBLEMS[result.reason]);
      setCopiedId(result.copied ? id : null);
      if (result.copied) onCopied(id);
    },
    [onCopied],
  );
  const forgetProblem = useCallback(() => setProblem(null), []);
  return { copiedId, copyProblem, copyCutout, forgetProblem };
}
