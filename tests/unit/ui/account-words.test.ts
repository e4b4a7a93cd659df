import { describe, expect, it } from 'vitest';
import { browserName } from '@/utils/browser/browser-name';
import { describeRefusal, describeStrength, describeWait } from '@/utils/pages/account/account-words';
import { viewerOf } from '@/utils/pages/account/viewer-of';

describe('describeRefusal', () => {
  it('does not say whether the e-mail or the password is wrong', () => {
    const { sentence, waitMs } = describeRefusal({ reason: 'wrong', waitMs: 5000 }, 'login');
    expect(sentence).toMatch(/e-mail or password/i);
    expect(waitMs).toBe(5000);
  });

  it('has a sentence for what the code alone tells', () => {
    expect(describeRefusal({ reason: 'code-mistyped' }, 'code').sentence).toContain('slip');
  });

  it('says of a weak password what would make it better', () => {
    const verdict = { strong: false, score: 1, warning: 'common', suggestions: ['anotherWord', 'useWords'] } as const;
    const { sentence } = describeRefusal({ reason: 'weak-password', verdict }, 'unlock');
    expect(sentence).toMatch(
      /^This password is too easy to guess.*This is a commonly used password\. Add more words that are less common\.$/,
    );
  });
});

describe('describeStrength', () => {
  const verdict = { strong: false, score: 1, warning: 'common', suggestions: ['anotherWord', 'useWords'] } as const;

  it('says what would help, and nothing once it is strong enough', () => {
    expect(describeStrength(verdict)).toEqual({
      words: 'Easy to guess',
      advice: 'This is a commonly used password. Add more words that are less common.',
    });
    expect(describeStrength({ ...verdict, strong: true, score: 3 })).toEqual({ words: 'Strong enough', advice: '' });
  });

  it('calls no weak password strong', () => {
    for (const score of [0, 1, 2]) {
      expect(describeStrength({ ...verdict, score }).words).not.toMatch(/^(Very )?strong/i);
    }
  });

  it('has a hint before anything was typed', () => {
    expect(describeStrength(null).words).toContain('unrelated words');
  });
});

it.each([
  [1, '0:01'],
  [5000, '0:05'],
  [59_001, '1:00'],
  [900_000, '15:00'],
])('a wait of %i ms reads %s', (ms, words) => expect(describeWait(ms)).toBe(words));

it('a viewer is whoever sits here, and unknown until that is read', () => {
  expect(viewerOf(undefined)).toBeUndefined();
  expect(viewerOf({ state: 'guest' })).toEqual({ owner: 'guest', isLocked: false });
  expect(viewerOf({ state: 'locked', account: { id: 'ada' } as never })).toEqual({ owner: 'ada', isLocked: true });
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'Chrome 156 on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0', 'Chrome 150 on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0.0.0', 'Chrome 150 on macOS'],
  ['curl/8', 'A browser on another system'],
])('%s is %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
