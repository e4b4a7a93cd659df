/** The versions of the policy, and what somebody is shown who agreed to an older one. */
import { expect, it } from 'vitest';
import { POLICIES, POLICY, POLICY_VERSION, policyDifference } from '@/utils/account/policy';

it('has versions that are told apart, and asks for the newest', () => {
  const versions = POLICIES.map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
  expect([POLICY_VERSION, POLICY]).toEqual([POLICIES.at(-1)?.version, POLICIES.at(-1)?.sentences]);
});

it('shows what came, what went and what stayed; together they are the new text [P-UPDATES]', () => {
  const { added, removed, unchanged } = policyDifference('1', '2');
  expect(added.some((sentence) => /12 months/.test(sentence))).toBe(true);
  expect(removed).toEqual([
    'Cutouts, e-mail and name are encrypted on the disk. File names, sizes and times of cutouts are not.',
  ]);
  expect(unchanged).toContain('Sign out whenever you like: Matte works without an account, too.');
  expect([...added, ...unchanged].sort()).toEqual([...(POLICIES[1]?.sentences ?? [])].sort());
});

it('is all new to who agreed to none, or to one that nobody knows', () => {
  for (const from of [null, 'x'])
    expect(policyDifference(from, '1')).toEqual({ added: POLICIES[0].sentences, removed: [], unchanged: [] });
});

it('has nothing new for who agreed to this very version', () => {
  expect(policyDifference('2', '2')).toMatchObject({ added: [], removed: [] });
});
