/** Vouchers that are handed in, and the answers: of a look at once, and of redeeming when asked to. */
import { useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { findVouchers } from '@/utils/vouchers/find-vouchers';
import { readQrPicture } from './read-qr-picture';
import { answerText, openFiles, refusedCodes, type VoucherAnswer } from './voucher-desk';

export type Busy = 'reading' | 'redeeming' | null;

const NONE: readonly VoucherAnswer[] = [];

export function useVouchers(db: MatteDb) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState(NONE);
  const [busy, setBusy] = useState<Busy>(null);
  const latest = useRef(0);

  /** The latest that was asked is answered; what is overtaken stays unsaid. */
  async function ask(what: Busy, work: () => Promise<readonly VoucherAnswer[]>) {
    const turn = ++latest.current;
    setBusy(what);
    const answered = await work();
    if (turn !== latest.current) return;
    setAnswers(answered);
    setBusy(null);
  }

  async function look(typed: string): Promise<readonly VoucherAnswer[]> {
    const found = findVouchers(typed);
    // Who is still typing need not hear that it is no voucher yet.
    if (!found.ok && found.reason === 'malformed') return NONE;
    const { world, lookAtVoucher } = await openWorld(db);
    return answerText(typed, 'offer', (code) => lookAtVoucher(world, code));
  }

  return {
    text,
    answers,
    busy,
    change(typed: string): void {
      setText(typed);
      void ask(null, () => look(typed));
    },
    takeFiles(files: readonly File[]): void {
      void ask('reading', async () => {
        const handed = await openFiles(files, readQrPicture);
        setText(handed.text);
        return [...(await look(handed.text)), ...handed.refused];
      });
    },
    redeem(): void {
      if (busy) return;
      void ask('redeeming', async () => {
        const { world, redeemVoucher } = await openWorld(db);
        const answered = await answerText(text, 'redeemed', (code) => redeemVoucher(world, code));
        if (answered.some(({ code }) => code !== null)) setText(refusedCodes(answered));
        return answered;
      });
    },
  };
}

/** Signatures, keys and the ledger's writing come when the first voucher does: the popup opens without them. */
async function openWorld(db: MatteDb) {
  const [{ ISSUERS }, redeem] = await Promise.all([
    import('@/utils/vouchers/issuers'),
    import('@/utils/credits/redeem'),
  ]);
  return { ...redeem, world: { db, issuers: ISSUERS, now: Date.now } };
}
