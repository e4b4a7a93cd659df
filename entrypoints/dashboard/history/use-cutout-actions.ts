/** What can be done with one cutout: it is opened only now, and why that failed is said. */
import { useState } from 'react';
import { copyImage } from '@/utils/browser/clipboard';
import { downloadCutout } from '@/utils/browser/download';
import { cutoutId } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import type { Vault } from '@/utils/history/courier';
import { pinEntries } from '@/utils/history/manage-entries';
import { readPicture } from '@/utils/history/read-picture';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { asCopied } from '@/utils/pages/as-copied';
import { COPY_PROBLEMS } from '@/utils/ui/describe-copy';
import type { Cutout } from './cutout';
import { describeProblem } from './cutout-words';

export interface CutoutActions {
  readonly copiedId: string | null;
  readonly problem: string | null;
  readonly copy: (cutout: Cutout) => Promise<void>;
  readonly download: (cutout: Cutout) => Promise<void>;
  readonly pin: (ids: readonly string[], pinned: boolean) => void;
  /** A fault of something else, to be said in the same place. */
  readonly fail: (thrown: unknown) => void;
  readonly forget: () => void;
}

export function useCutoutActions(vault: Vault, owner: string): CutoutActions {
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fail = (thrown: unknown) => setProblem(sentenceOf(codeOf(thrown)));
  const withBlob = async ({ id }: Cutout, act: (blob: Blob) => Promise<void> | void) => {
    setProblem(null);
    try {
      const picture = await readPicture(vault, cutoutId(id));
      if (picture.state === 'open') await act(picture.blob);
      else setProblem(describeProblem(picture.state));
    } catch (error) {
      fail(error);
    }
  };
  const copy = (cutout: Cutout) =>
    withBlob(cutout, async (blob) => {
      const result = await copyImage(await asCopied(vault.db, blob));
      setCopiedId(result.copied ? cutout.id : null);
      if (!result.copied) setProblem(COPY_PROBLEMS[result.reason]);
    });
  const download = (cutout: Cutout) => withBlob(cutout, (blob) => downloadCutout(blob, cutout.name));
  const pin = (ids: readonly string[], pinned: boolean) => {
    pinEntries(vault.db, owner, ids, pinned).catch(fail);
  };
  return { copiedId, problem, copy, download, pin, fail, forget: () => setProblem(null) };
}
