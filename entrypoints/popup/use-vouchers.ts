/** Vouchers that are handed in, and the answers: of a look at once, and of redeeming when asked to. */
import { useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { findVouchers } from '@/utils/vouchers/find-vouchers';
import { readQrPicture } from './read-qr-picture';
import { answerText, openFiles, refusedCodes, type VoucherAnswer } from './voucher-desk';

export type Busy = 'reading' | 'redeeming' | null;

interface Answered {
  /** What stands in the field then. */
  readonly text: string;
  readonly answers: readonly VoucherAnswer[];
}

export function useVouchers(db: MatteDb) {
  const [{ text, answers }, setAnswered] = useState<Answered>({ text: '', answers: [] });
  const [busy, setBusy] = useState<Busy>(null);
  const latest = useRef(0);

  /** The latest that was asked is answered; what is overtaken stays unsaid. Nothing overtakes a redemption. */
  function ask(what: Busy, work: () => Promise<Answered>): void {
    const turn = ++latest.current;
    setBusy(what);
    void work().then((answered) => {
      if (turn !== latest.current) return;
      setAnswered(answered);
      setBusy(null);
    });
  }

  return {
    text,
    answers,
    busy,
    change(typed: string): void {
      if (busy === 'redeeming') return;
      setAnswered({ text: typed, answers: [] });
      ask(null, async () => ({ text: typed, answers: await lookAtText(db, typed) }));
    },
    takeFiles(files: readonly File[]): void {
      if (busy === 'redeeming') return;
      ask('reading', async () => {
        const { text: found, refused } = await openFiles(files, readQrPicture);
        // A picture without a code does not cost what was in the field.
        const next = found || text;
        return { text: next, answers: [...(await lookAtText(db, next)), ...refused] };
      });
    },
    redeem(): void {
      if (busy) return;
      ask('redeeming', async () => {
        const redeemed = await redeemText(db, text);
        const hadCodes = redeemed.some(({ code }) => code !== null);
        return { text: hadCodes ? refusedCodes(redeemed) : text, answers: redeemed };
      });
    },
  };
}

async function lookAtText(db: MatteDb, text: string): Promise<readonly VoucherAnswer[]> {
  const found = findVouchers(text);
  // Who is still typing need not hear that it is no voucher yet.
  if (!found.ok && found.reason === 'malformed') return [];
  return answerText(text, 'offer', async (code) => {
    const { world, lookAtVoucher } = await openWorld(db);
    return lookAtVoucher(world, code);
  });
}

function redeemText(db: MatteDb, text: string): Promise<readonly VoucherAnswer[]> {
  return answerText(text, 'redeemed', async (code) => {
    const { world, redeemVoucher } = await openWorld(db);
    return redeemVoucher(world, code);
  });
}

/** Signatures, keys and the ledger's writing come when the first voucher does: the popup opens without them. */
async function openWorld(db: MatteDb) {
  const [{ ISSUERS }, redeem] = await Promise.all([
    import('@/utils/vouchers/issuers'),
    import('@/utils/credits/redeem'),
  ]);
  return { ...redeem, world: { db, issuers: ISSUERS, now: Date.now } };
}
