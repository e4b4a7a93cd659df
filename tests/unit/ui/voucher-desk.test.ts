import { describe, expect, it } from 'vitest';
import { type AskAbout, answerText, openFiles, refusedCodes } from '@/entrypoints/popup/voucher-desk';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { refusalSentence } from '@/utils/ui/describe-voucher';
import { MAX_TEXT_CHARS } from '@/utils/vouchers/find-vouchers';
import { issue, openCounter } from '../credits/counter';

const [ONE, TWO] = await Promise.all([issue({ credits: 3 }), issue({ credits: 4 })]);
const TAMPERED = `${ONE.slice(0, -6)}AAAAAA`;

const mail = (...codes: string[]) => `Thank you!\n\n${codes.join('\n\nand\n\n')}\n`;
const file = (content: string, name = 'voucher.txt', type = 'text/plain') => new File([content], name, { type });
const nobodyReads = () => Promise.reject(new Error('no picture was given'));

describe('a text', () => {
  it('with one code is answered without a number', async () => {
    const counter = openCounter();
    const answers = await answerText(mail(ONE), 'redeemed', counter.redeem);
    expect(answers).toEqual([{ kind: 'redeemed', about: '', sentence: 'Redeemed: 3 credits more.', code: ONE }]);
  });

  it('with several is answered code by code, each with its own sentence', async () => {
    const counter = openCounter();
    await counter.redeem(TWO);
    const answers = await answerText(mail(ONE, TAMPERED, TWO), 'redeemed', counter.redeem);
    expect(answers.map(({ kind, about, sentence }) => [kind, about, sentence])).toEqual([
      ['redeemed', 'Voucher 1 of 3', 'Redeemed: 3 credits more.'],
      ['refused', 'Voucher 2 of 3', refusalSentence('bad-signature')],
      ['refused', 'Voucher 3 of 3', refusalSentence('already-redeemed')],
    ]);
    expect(refusedCodes(answers)).toBe(`${TAMPERED}\n\n${TWO}`);
  });

  it.each([
    ['', 'malformed'],
    ['hello', 'malformed'],
    ['e'.repeat(MAX_TEXT_CHARS + 1), 'too-long'],
  ] as const)('%.9s… is refused without asking anybody', async (text, reason) => {
    const ask: AskAbout = () => Promise.reject(new Error('asked'));
    const refusal = { kind: 'refused', about: '', sentence: refusalSentence(reason), code: null };
    expect(await answerText(text, 'offer', ask)).toEqual([refusal]);
  });

  it('that meets a fault says so, and the next code is asked about all the same', async () => {
    const counter = openCounter();
    const ask: AskAbout = (code) => (code === ONE ? Promise.reject(new Error('gone')) : counter.redeem(code));
    const answers = await answerText(mail(ONE, TWO), 'redeemed', ask);
    expect(answers.map(({ sentence }) => sentence)).toEqual([sentenceOf('internal'), 'Redeemed: 4 credits more.']);
  });
});

describe('files', () => {
  it('of text and of pictures give their codes, in their order', async () => {
    const picture = file('pixels', 'code.png', 'image/png');
    const { text, refused } = await openFiles([file(mail(ONE)), picture], async () => `matte:voucher:${TWO}`);
    expect([text, refused]).toEqual([`${ONE}\n\n${TWO}`, []]);
  });

  it.each([
    ['a picture without a code', file('pixels', 'boat.png', 'image/png'), 'no-qr'],
    ['a text without a voucher', file('Dear Ann', 'letter.eml', ''), 'malformed'],
    ['far too long a text', file('x'.repeat(3 * MAX_TEXT_CHARS)), 'too-long'],
  ] as const)('%s is named with its sentence', async (_, given, reason) => {
    const { text, refused } = await openFiles([given, file(ONE)], async () => null);
    expect(text).toBe(ONE);
    expect(refused).toEqual([{ kind: 'refused', about: given.name, sentence: refusalSentence(reason), code: null }]);
  });

  it('of which one cannot be read are named with the fault', async () => {
    const { refused } = await openFiles([file('pixels', 'boat.png', 'image/png')], nobodyReads);
    expect(refused).toMatchObject([{ about: 'boat.png', sentence: sentenceOf('internal') }]);
  });
});
