/** Keeping less deletes at once: how many cutouts that is, is asked before. */
import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { changeRetention, countLost } from '@/utils/history/apply-retention';
import { storageFault } from '@/utils/history/make-room';
import type { Retention } from '@/utils/history/retention';
import { KeepLessDialog } from './KeepLessDialog';

export type RetentionWish = Partial<Retention>;

interface Asked {
  readonly wish: RetentionWish;
  /** Cutouts that it would delete. */
  readonly lost: number;
}

/** `onDone` hears what was done, and why it could not be. `question` belongs somewhere in the page. */
export function useKeepLess(db: MatteDb, onDone: (wish: RetentionWish, problem: ErrorCode | null) => void) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const attempt = async (wish: RetentionWish, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      onDone(wish, codeOf(await storageFault(error)));
    }
  };
  const keep = (wish: RetentionWish) =>
    attempt(wish, async () => {
      await changeRetention(db, wish, Date.now());
      onDone(wish, null);
    });
  const change = (wish: RetentionWish) =>
    attempt(wish, async () => {
      const lost = await countLost(db, wish, Date.now());
      if (lost > 0) setAsked({ wish, lost });
      else await keep(wish);
    });
  const question = asked && (
    <KeepLessDialog
      lost={asked.lost}
      onAgree={() => void keep(asked.wish).then(() => setAsked(null))}
      onClose={() => setAsked(null)}
    />
  );
  return { change, question };
}
