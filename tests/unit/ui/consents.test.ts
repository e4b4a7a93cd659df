/** Consents, a new policy and advisories as they are first drawn. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Consent } from '@/utils/account/consent';
import { POLICIES } from '@/utils/account/policy';
import { readSession, type Session } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { AdvisoryNotices } from '@/utils/pages/advisories/Advisories';
import { ConsentPanel } from '@/utils/pages/consents/ConsentPanel';
import { describeAnswer } from '@/utils/pages/consents/consent-words';
import { PolicyUpdate } from '@/utils/pages/consents/PolicyUpdate';
import { createAccountWorld, registered } from '../account/world';

const answer = (given: boolean, policyVersion = '1', purpose: Consent['purpose'] = 'statistics'): Consent => ({
  purpose,
  given,
  policyVersion,
  at: Date.UTC(2026, 10, 22, 12),
});

/** Somebody who agreed to version 1, in a Matte that has version 2. */
async function veteran() {
  const { world } = createAccountWorld();
  await registered(world);
  const session = await readSession(world);
  if (session.state !== 'unlocked') throw new Error(session.state);
  return { world: { ...world, policyVersion: '2' }, session };
}

const withConsents = (session: Session & { state: 'unlocked' }, consents: readonly Consent[]): Session => ({
  ...session,
  account: { ...session.account, consents },
});

describe('an answer in words', () => {
  it('has its date and the version it was given to [P-CONSENT]', () => {
    expect(describeAnswer([answer(true)], 'statistics', '1')).toMatch(/^You agreed on .*2026.* \(policy 1\)\.$/);
    expect(describeAnswer([answer(true), answer(false)], 'statistics', '1')).toMatch(/^You said no on .*2026/);
    expect(describeAnswer([answer(true, '1', 'policy')], 'statistics', '1')).toMatch(/not answered/i);
  });

  it('says what rests since the policy is new [P-UPDATES]', () => {
    expect(describeAnswer([answer(true)], 'statistics', '2')).toMatch(/nothing is counted until you agree again/);
    expect(describeAnswer([answer(true, '1', 'policy')], 'policy', '2')).toMatch(
      /waits for your answer; meanwhile everything goes on/,
    );
  });
});

describe('the panel', () => {
  it('asks an account for each purpose by itself, ticked only where it agrees to this policy [P-CONSENT]', async () => {
    const { world, session } = await veteran();
    const markup = renderToStaticMarkup(createElement(ConsentPanel, { world, session }));
    expect(markup.match(/type="checkbox"/g)).toHaveLength(2);
    expect(markup).not.toContain('checked');
    const current = withConsents(session, [answer(true, '2', 'policy'), answer(false, '2')]);
    const later = renderToStaticMarkup(createElement(ConsentPanel, { world, session: current }));
    expect(later.match(/checked/g)).toHaveLength(1);
  });

  it('lets nobody change the answers of a locked account, and says why', async () => {
    const { world, session } = await veteran();
    const locked = { state: 'locked', account: session.account } as const;
    const markup = renderToStaticMarkup(createElement(ConsentPanel, { world, session: locked }));
    expect(markup.match(/<fieldset disabled/g)).toHaveLength(2);
    expect(markup).toContain('Unlock your account');
  });
});

describe('a new policy', () => {
  const drawn = (world: Parameters<typeof PolicyUpdate>[0]['world'], session: Session) =>
    renderToStaticMarkup(createElement(PolicyUpdate, { world, session }));

  it('is shown to who agreed to the one before, with every sentence that came or went [P-UPDATES]', async () => {
    const { world, session } = await veteran();
    const markup = drawn(world, session);
    const [before, after] = POLICIES;
    for (const sentence of after?.sentences ?? []) {
      const text = say(`consents.policy.${sentence}`);
      expect(markup).toContain(before.sentences.includes(sentence) ? `<span>${text}` : `<ins>${text}`);
    }
    expect(markup).toContain('<del>Cutouts, e-mail and name');
    expect(markup).toMatch(/Agree.*Not now/);
  });

  it('is not shown to guests, to a locked account, nor to who agreed to it', async () => {
    const { world, session } = await veteran();
    expect(drawn(world, { state: 'guest' })).toBe('');
    expect(drawn(world, { state: 'locked', account: session.account })).toBe('');
    expect(drawn(world, withConsents(session, [answer(true, '2', 'policy')]))).toBe('');
  });

  it('says that counting rests, to who was counted before', async () => {
    const { world, session } = await veteran();
    expect(drawn(world, session)).not.toContain('not counted');
    const counted = withConsents(session, [answer(true, '1', 'policy'), answer(true)]);
    expect(drawn(world, counted)).toContain('not counted until you agree');
  });

  it('is asked for again of who took the consent back, as what it is', async () => {
    const { world, session } = await veteran();
    const took = withConsents(session, [answer(true, '2', 'policy'), answer(false, '2', 'policy')]);
    expect(drawn(world, took)).toContain('An account needs your consent to policy 2');
  });
});

it('an advisory is shown with its advice until it is dismissed [P-INCIDENT]', () => {
  const { world } = createAccountWorld();
  const advisories = [
    { id: 'lost', from: '0.0.0', sentence: 'errors.empty-file', advice: 'errors.no-picture' },
  ] as const;
  const drawn = (dismissed: readonly string[]) =>
    renderToStaticMarkup(createElement(AdvisoryNotices, { db: world.db, advisories, version: '1.0', dismissed }));
  expect(drawn([])).toMatch(/role="alert".*This file is empty.*There is no picture.*Dismiss/);
  expect(drawn(['lost'])).toBe('');
});
