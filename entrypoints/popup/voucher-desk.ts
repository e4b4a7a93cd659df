/**
 * Texts and files that somebody hands in → vouchers, and what Matte answers to each. One after the other, because each may
 * change what the next is worth. Nothing here throws: whatever goes wrong is an answer with a sentence.
 */
import { codeOf } from '@/utils/errors';
import { storageFault } from '@/utils/history/make-room';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { describeVoucher, refusalSentence } from '@/utils/ui/describe-voucher';
import type { VoucherCheck } from '@/utils/vouchers/check-voucher';
import { findVouchers } from '@/utils/vouchers/find-vouchers';
import type { VoucherRefusal } from '@/utils/vouchers/refusals';
import { findVouchersInFile } from '@/utils/vouchers/voucher-file';

/** Looks at a code, or redeems it. */
export type AskAbout = (code: string) => Promise<VoucherCheck>;

export interface VoucherAnswer {
  /** `offer`: what redeeming will do. */
  readonly kind: 'offer' | 'redeemed' | 'refused';
  /** Which of several vouchers, or which file; empty where there is only one. */
  readonly about: string;
  readonly sentence: string;
  /** Null for what has no code in it. */
  readonly code: string | null;
}

export interface Handed {
  /** The codes, as they can stand in the field. */
  readonly text: string;
  /** Of files without a code. */
  readonly refused: readonly VoucherAnswer[];
}

/** The answers to all codes of a text; `kind` says whether `ask` redeems or only looks. */
export async function answerText(
  text: string,
  kind: 'offer' | 'redeemed',
  ask: AskAbout,
): Promise<readonly VoucherAnswer[]> {
  const found = findVouchers(text);
  if (!found.ok) return [refusal(found.reason)];
  const answers: VoucherAnswer[] = [];
  for (const [index, code] of found.codes.entries()) {
    const about = found.codes.length > 1 ? say('vouchers.oneOf', { number: index + 1, all: found.codes.length }) : '';
    answers.push({ ...(await answerCode(code, kind, ask)), about, code });
  }
  return answers;
}

/** The codes of text files and of pictures with a QR code. */
export async function openFiles(
  files: readonly File[],
  readQr: (picture: Blob) => Promise<string | null>,
): Promise<Handed> {
  const codes: string[] = [];
  const refused: VoucherAnswer[] = [];
  for (const file of files) {
    const found = await codesIn(file, readQr);
    if ('codes' in found) codes.push(...found.codes);
    else refused.push({ ...found, about: file.name });
  }
  return { text: codes.join('\n\n'), refused };
}

/** What can be handed in again: of some codes it was too early, or the wrong account sat here. */
export function refusedCodes(answers: readonly VoucherAnswer[]): string {
  return answers.flatMap(({ kind, code }) => (kind === 'refused' && code ? [code] : [])).join('\n\n');
}

async function codesIn(file: File, readQr: (picture: Blob) => Promise<string | null>) {
  try {
    const isPicture = file.type.startsWith('image/');
    const text = isPicture ? await readQr(file) : null;
    if (isPicture && text === null) return refusal('no-qr');
    const found = text === null ? await findVouchersInFile(file) : findVouchers(text);
    return found.ok ? found : refusal(found.reason);
  } catch (thrown) {
    return fault(thrown);
  }
}

async function answerCode(code: string, kind: 'offer' | 'redeemed', ask: AskAbout) {
  try {
    const check = await ask(code);
    if (!check.ok) return refusal(check.reason);
    return { kind, sentence: describeVoucher(check.voucher, kind === 'redeemed') };
  } catch (thrown) {
    return fault(await storageFault(thrown));
  }
}

function refusal(reason: VoucherRefusal): VoucherAnswer {
  return { kind: 'refused', about: '', sentence: refusalSentence(reason), code: null };
}

function fault(thrown: unknown): VoucherAnswer {
  return { kind: 'refused', about: '', sentence: sentenceOf(codeOf(thrown)), code: null };
}
