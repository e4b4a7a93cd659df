import { translations } from '@zxcvbn-ts/language-en';
import { describe, expect, it } from 'vitest';
import { judgePassword, SUGGESTIONS, WARNINGS } from '@/utils/account/strength';

const ABOUT = ['lovelace.countess@ockham-park.example', 'Augusta Byron'];

describe('a password', () => {
  it.each(['violet tram eleven', 'nineteen copper kites', 'tF7#qPz!m2wL', 'πράσινο τρένο 84'])(
    '%s is strong',
    async (good) => {
      expect(await judgePassword(good, ABOUT)).toMatchObject({ strong: true, warning: null });
    },
  );

  it.each(['', 'a', 'password1', 'P@ssw0rd!', 'qwertyuiop', 'aaaaaaaaaaaa', '20011987', 'Elizabeth1990'])(
    '"%s" is not',
    async (bad) => {
      expect((await judgePassword(bad, ABOUT)).strong).toBe(false);
    },
  );

  it.each(['lovelace.countess', 'ockham-park', 'AugustaByron1', 'matte'])(
    '%s is not, of somebody of that name',
    async (own) => {
      expect((await judgePassword(own, ABOUT)).strong).toBe(false);
    },
  );

  it('comes with advice when it is weak', async () => {
    const { warning, suggestions } = await judgePassword('password1', []);
    expect(warning).not.toBeNull();
    expect(suggestions).not.toEqual([]);
  });

  it('is judged in zxcvbn’s own words, all of which Matte has sentences for', () => {
    expect([...WARNINGS].sort()).toEqual(Object.keys(translations.warnings).sort());
    expect([...SUGGESTIONS].sort()).toEqual(Object.keys(translations.suggestions).sort());
  });
});
