/** The versions of the policy, and what somebody is shown who agreed to an older one. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { POLICIES, POLICY, POLICY_VERSION, policyDifference } from '@/utils/account/policy';
import { ENGLISH } from '@/utils/i18n/english';

it('has versions that are told apart, and asks for the newest', () => {
  const versions = POLICIES.map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
  expect([POLICY_VERSION, POLICY]).toEqual([POLICIES.at(-1)?.version, POLICIES.at(-1)?.sentences]);
});

it('shows what came, what went and what stayed; together they are the new text [P-UPDATES]', () => {
  const { added, removed, unchanged } = policyDifference('1', '2');
  expect(added.some((sentence) => /12 months/.test(ENGLISH.consents[`policy.${sentence}`]))).toBe(true);
  expect(removed).toEqual(['encrypted1']);
  expect(unchanged).toContain('signOut');
  expect([...added, ...unchanged].sort()).toEqual([...(POLICIES[1]?.sentences ?? [])].sort());
});

it('is all new to who agreed to none, or to one that nobody knows', () => {
  for (const from of [null, 'x'])
    expect(policyDifference(from, '1')).toEqual({ added: POLICIES[0].sentences, removed: [], unchanged: [] });
});

it('has nothing new for who agreed to this very version', () => {
  expect(policyDifference('2', '2')).toMatchObject({ added: [], removed: [] });
});

// Consents name a version: with another text under its number they would prove nothing.
it.each([
  ['1', '97f62d8b7a268346'],
  ['2', 'c8d1bca15351da4d'],
])('version %s says in English what was agreed to', (version, sha256) => {
  const said = POLICIES.find((policy) => policy.version === version)?.sentences.map(
    (sentence) => ENGLISH.consents[`policy.${sentence}`],
  );
  expect(
    createHash('sha256')
      .update((said ?? []).join('\n'))
      .digest('hex')
      .slice(0, 16),
  ).toBe(sha256);
});
