import { describe, expect, it } from 'vitest';
import { type CreditFacts, describeCredits } from '@/utils/ui/describe-credits';

const free = (balance: number, allowance = 20): CreditFacts => ({
  plan: { name: 'free' },
  balance,
  allowance,
  suspension: null,
});

describe('credits in words', () => {
  it.each([
    [free(20), 'quiet', '20 credits · refilled to 10 each day'],
    [free(10), 'quiet', '10 credits · refilled to 10 each day'],
    [free(9), 'quiet', '9 credits · refilled to 10 tomorrow'],
    [free(4), 'low', '4 credits · refilled to 10 tomorrow'],
    [free(1, 10), 'low', '1 credit · refilled to 10 tomorrow'],
    [free(0), 'none', 'No credits left · 10 tomorrow'],
  ])('%o', (credits, tone, sentence) => {
    expect(describeCredits(credits)).toMatchObject({ tone, sentence });
  });

  it('are one line until they run out, and then say what follows', () => {
    expect(describeCredits(free(5)).more).toBe('');
    expect(describeCredits(free(4)).more).toContain('80 %');
    expect(describeCredits(free(0)).more).toMatch(/previews, free of charge/);
  });

  it('are no matter under Pro; its last day is named, not the one after it', () => {
    const until = new Date(2027, 2, 4).getTime();
    const words = describeCredits({ ...free(0), plan: { name: 'pro', until } });
    const lastDay = new Date(2027, 2, 3).toLocaleDateString(undefined, { dateStyle: 'medium' });
    expect(words).toEqual({ tone: 'quiet', sentence: `Pro until ${lastDay} · no limit`, more: '' });
  });

  it('say a suspension before anything else: until when, why, what stays and whom to ask', () => {
    const until = new Date(2027, 2, 4).getTime();
    const lastDay = new Date(2027, 2, 3).toLocaleDateString(undefined, { dateStyle: 'medium' });
    const pro = { ...free(20), plan: { name: 'pro', until } } as const;
    const words = describeCredits({ ...pro, suspension: { until, reason: 'Charged back.' } });
    expect(words).toMatchObject({ tone: 'none', sentence: `Full-size cutouts are suspended until ${lastDay}` });
    expect(words.more).toMatch(/previews.*stays yours.*Ask the shop.*“Charged back\.”/);
    expect(describeCredits({ ...free(3), suspension: { until: null, reason: null } })).toMatchObject({
      sentence: 'Full-size cutouts are suspended',
    });
  });
});
