/** What a language changes in the words of jobs, credits, vouchers and days: plurals, dates, numbers, and spaces between sentences. */
import { afterEach, describe, expect, it } from 'vitest';
import { POLICIES } from '@/utils/account/policy';
import { CHINESE } from '@/utils/i18n/chinese';
import { ENGLISH } from '@/utils/i18n/english';
import { GERMAN } from '@/utils/i18n/german';
import { joinSentences } from '@/utils/i18n/join-sentences';
import { speak } from '@/utils/i18n/say';
import { STAGES } from '@/utils/pipeline/ports';
import { describeBytes } from '@/utils/ui/describe-bytes';
import { describeCredits } from '@/utils/ui/describe-credits';
import { lastDay } from '@/utils/ui/describe-date';
import { describeDay } from '@/utils/ui/describe-day';
import { describeDuration, describeSize, describeWork, STARTING } from '@/utils/ui/describe-job';
import { QUALITY_WORDS, RUNG_WORDS } from '@/utils/ui/describe-settings';
import { describeVoucher } from '@/utils/ui/describe-voucher';
import { job } from '../ui/jobs';

afterEach(() => speak(ENGLISH, 'en'));

const until = new Date(2027, 2, 4).getTime();
const HEAD = { id: 'v', issuer: 's', keyId: 'k', account: '*', issuedAt: 0, validFrom: 0, expiresAt: 1, reason: null };
const waiting = () => job({ status: 'queued', stage: null, attempts: 0 });
const credits = (balance: number) =>
  describeCredits({ plan: { name: 'free' }, balance, allowance: 20, suspension: null }).sentence;

describe('in German', () => {
  it('jobs are told with German plurals and commas', () => {
    speak(GERMAN, 'de');
    expect(describeWork(job({ stage: 'infer' }), 0)).toEqual({
      title: 'Hintergrund wird entfernt',
      detail: 'Motiv wird gesucht…',
    });
    expect(describeWork(waiting(), 1).detail).toBe('Nach 1 anderen Bild');
    expect(describeWork(waiting(), 2).detail).toBe('Nach 2 anderen Bildern');
    expect(describeDuration(4210)).toBe('4,2 s');
    expect(describeSize(500, 400, { width: 4000, height: 3200 })).toBe('Vorschau 500 × 400 von 4000 × 3200');
  });

  it('credits, vouchers and days are', () => {
    speak(GERMAN, 'de');
    expect(credits(1)).toBe('1 Credit · morgen wieder 10');
    expect(credits(1200)).toBe('1.200 Credits · täglich auf 10 aufgefüllt');
    const voucher = { ...HEAD, kind: 'recharge', credits: 1, until } as const;
    expect(describeVoucher(voucher, false)).toBe('Gibt Ihnen 1 Credit, einzusetzen bis 03.03.2027.');
    expect(describeDay('2026-11-21', '2026-11-22')).toBe('Gestern');
    expect(describeDay('2026-11-20', '2026-11-22')).toBe('Freitag, 20. November');
    expect(describeBytes(1_200_000)).toBe('1,2 MB');
  });

  it('of Austria, dates are as Austria writes them', () => {
    speak(GERMAN, 'de-AT');
    expect(describeDay('2026-01-20', '2026-11-22')).toBe('Dienstag, 20. Jänner');
  });
});

describe('in Chinese', () => {
  it('jobs, credits and days are told without plurals', () => {
    speak(CHINESE, 'zh-CN');
    expect(describeWork(waiting(), 2).detail).toBe('前面还有 2 张图片');
    expect(describeDuration(4210)).toBe('4.2 秒');
    expect(credits(1)).toBe('1 点 · 明天恢复到 10 点');
    expect(lastDay(until)).toBe('2027年3月3日');
    expect(describeDay('2026-11-22', '2026-11-22')).toBe('今天');
  });

  it('sentences stand side by side without a space', () => {
    const sentences = ['甲。', '', '乙。'];
    expect(joinSentences(sentences)).toBe('甲。 乙。');
    speak(CHINESE, 'zh-CN');
    expect(joinSentences(sentences)).toBe('甲。乙。');
    expect(joinSentences([])).toBe('');
  });
});

it('tables that were made before follow the language', () => {
  const said = () => [STARTING.title, QUALITY_WORDS.fast.name, RUNG_WORDS.wasm];
  expect(said()).toEqual(['Removing the background', 'Fast', 'Processor (one thread)']);
  speak(GERMAN, 'de');
  expect(said()).toEqual(['Hintergrund wird entfernt', 'Schnell', 'Prozessor (ein Thread)']);
});

it.each([
  ['de', GERMAN],
  ['zh-CN', CHINESE],
] as const)(
  '%s: every stage has words of its own, and every sentence of every policy its numbers',
  (language, messages) => {
    speak(messages, language);
    expect(new Set(STAGES.map((stage) => describeWork(job({ stage }), 0).detail)).size).toBe(STAGES.length);
    for (const sentence of POLICIES.flatMap(({ sentences }) => sentences)) {
      const numbers = (text: string) => text.match(/\d+/g);
      expect(numbers(messages.consents[`policy.${sentence}`])).toEqual(numbers(ENGLISH.consents[`policy.${sentence}`]));
    }
  },
);
