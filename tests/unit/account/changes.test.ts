/** New password, new e-mail, new code, new name, recovery: what was sealed before stays readable, the old way in does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatedAccount } from '@/utils/account/account-store';
import { changeEmail, changePassword, renewRecoveryCode } from '@/utils/account/change-secrets';
import { hasConsent } from '@/utils/account/consent';
import { login } from '@/utils/account/login';
import type { AccountWorld } from '@/utils/account/ports';
import { answerConsent, changeName, confirmRecoveryCode } from '@/utils/account/profile';
import { recover } from '@/utils/account/recover';
import { lock, readSession, signOut } from '@/utils/account/session';
import { utf8 } from '@/utils/vault/bytes';
import { openBytes, sealBytes } from '@/utils/vault/hpke';
import { createAccountWorld, FORM, NEW_PASSWORD, registered, T0, WEAK } from './world';

const ADA = { email: FORM.email, password: FORM.password };
const NEW_ADA = { email: FORM.email, password: NEW_PASSWORD };

async function collect(world: AccountWorld) {
  const account = await seatedAccount(world.db);
  if (!account) throw new Error('nobody');
  return sealBytes(account.publicKey, 'job', utf8('pixels'));
}

async function opens(world: AccountWorld, sealed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const session = await readSession(world);
  if (session.state !== 'unlocked') return false;
  return Buffer.from(await openBytes(session.privateKey, 'job', sealed)).toString() === 'pixels';
}

describe('a new password', () => {
  it('opens what the old one collected; the old one is wrong [P-CORRECT]', async () => {
    const { world, ada, events } = createAccountWorld();
    await ada();
    const sealed = await collect(world);
    expect(await changePassword(world, { password: FORM.password, newPassword: NEW_PASSWORD })).toEqual({ ok: true });
    await signOut(world);
    expect(await login(world, ADA)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await login(world, NEW_ADA)).toMatchObject({ ok: true });
    expect(await opens(world, sealed)).toBe(true);
    expect(await events()).toContain('password-changed');
  });

  it('touches nothing but its own wrapping', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    const { passwordWrap: _, ...before } = (await seatedAccount(world.db)) ?? {};
    await changePassword(world, { password: FORM.password, newPassword: NEW_PASSWORD });
    const { passwordWrap: __, ...after } = (await seatedAccount(world.db)) ?? {};
    expect(after).toEqual(before);
  });

  it.each([
    ['wrong', { password: 'wrong', newPassword: NEW_PASSWORD }],
    ['weak-password', { password: FORM.password, newPassword: WEAK }],
  ])('is refused with %s', async (reason, change) => {
    const { world, ada } = createAccountWorld();
    await ada();
    expect(await changePassword(world, change)).toMatchObject({ ok: false, reason });
    expect(await login(world, ADA)).toMatchObject({ ok: true });
  });

  it('leaves the recovery code as it is', async () => {
    const { world, ada } = createAccountWorld();
    const { recoveryCode } = await ada();
    await changePassword(world, { password: FORM.password, newPassword: NEW_PASSWORD });
    expect(await recover(world, { ...ADA, code: recoveryCode, newPassword: 'third' })).toMatchObject({ ok: true });
  });
});

describe('the recovery code', () => {
  it('sets a new password, opens what was collected, and is replaced', async () => {
    const { world, ada, events } = createAccountWorld();
    const { recoveryCode } = await ada();
    const sealed = await collect(world);
    await signOut(world);
    const code = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const outcome = await recover(world, { email: FORM.email, code, newPassword: NEW_PASSWORD });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await opens(world, sealed)).toBe(true);
    expect(await login(world, ADA)).toMatchObject({ reason: 'wrong' });
    expect(await login(world, NEW_ADA)).toMatchObject({ ok: true });
    expect(await events()).toContain('recovered');

    const again = { email: FORM.email, newPassword: FORM.password };
    expect(await recover(world, { ...again, code: recoveryCode })).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await recover(world, { ...again, code: outcome.recoveryCode })).toMatchObject({ ok: true });
  });

  it.each([
    ['code-incomplete', { code: '7K2M' }],
    ['code-mistyped', { code: `${'0'.repeat(27)}1` }],
    ['weak-password', { newPassword: WEAK }],
  ])('%s is told at once and costs no guess', async (reason, change) => {
    const { world, ada } = createAccountWorld();
    const { recoveryCode: code } = await ada();
    expect(await recover(world, { email: FORM.email, code, newPassword: NEW_PASSWORD, ...change })).toMatchObject({
      ok: false,
      reason,
    });
    expect(await world.db.attempts.count()).toBe(0);
  });

  it('of somebody else is a wrong guess, and waits like wrong passwords', async () => {
    const { world, ada, events } = createAccountWorld();
    await ada();
    const other = await registered(world, { email: 'bob@example.org' });
    const attempt = { email: FORM.email, code: other.recoveryCode, newPassword: NEW_PASSWORD };
    for (let i = 0; i < 2; i++) expect(await recover(world, attempt)).toMatchObject({ reason: 'wrong', waitMs: 0 });
    expect(await login(world, { ...ADA, password: 'wrong' })).toMatchObject({ reason: 'wrong', waitMs: 5000 });
    expect(await recover(world, attempt)).toMatchObject({ reason: 'wait' });
    expect(await events()).toContain('wrong-code');
  });

  it('for an unknown e-mail looks the same', async () => {
    const { world, ada } = createAccountWorld();
    const { recoveryCode: code } = await ada();
    const outcome = await recover(world, { email: 'eve@example.org', code, newPassword: NEW_PASSWORD });
    expect(outcome).toEqual({ ok: false, reason: 'wrong', waitMs: 0 });
  });

  it('can be renewed with the password, and is then to be confirmed again', async () => {
    const { world, ada } = createAccountWorld();
    const { recoveryCode } = await ada();
    await confirmRecoveryCode(world);
    expect((await seatedAccount(world.db))?.recoveryConfirmedAt).toBe(T0);
    expect(await renewRecoveryCode(world, 'wrong')).toMatchObject({ reason: 'wrong' });
    const renewed = await renewRecoveryCode(world, FORM.password);
    if (!renewed.ok) throw new Error(renewed.reason);
    expect((await seatedAccount(world.db))?.recoveryConfirmedAt).toBeNull();
    const attempt = { email: FORM.email, newPassword: NEW_PASSWORD };
    expect(await recover(world, { ...attempt, code: recoveryCode })).toMatchObject({ reason: 'wrong' });
    expect(await recover(world, { ...attempt, code: renewed.recoveryCode })).toMatchObject({ ok: true });
  });
});

describe('a new e-mail', () => {
  const change = { password: FORM.password, newEmail: 'Ada.L@example.net' };

  it('is the one to log in with; the security log comes along [P-CORRECT]', async () => {
    const { world, ada, events } = createAccountWorld();
    await ada();
    expect(await changeEmail(world, change)).toEqual({ ok: true });
    expect(await readSession(world)).toMatchObject({ email: 'ada.l@example.net', name: 'Ada' });
    expect(await login(world, { ...ADA, email: 'ada.l@example.net' })).toMatchObject({ ok: true });
    expect(await login(world, ADA)).toMatchObject({ reason: 'wrong' });
    const account = await seatedAccount(world.db);
    expect(await world.db.securityLog.where({ emailHash: account?.emailHash }).count()).toBe(3);
    expect(await events()).toEqual(['registered', 'email-changed', 'login', 'wrong-password']);
  });

  it.each([
    ['email-invalid', { ...change, newEmail: 'ada' }],
    ['wrong', { ...change, password: 'wrong' }],
    ['email-taken', { ...change, newEmail: 'BOB@example.org' }],
  ])('is refused with %s', async (reason, given) => {
    const { world, ada } = createAccountWorld();
    await registered(world, { email: 'bob@example.org' });
    await ada();
    expect(await changeEmail(world, given)).toMatchObject({ ok: false, reason });
    expect(await readSession(world)).toMatchObject({ email: FORM.email });
  });

  it('may be the same in another spelling', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    expect(await changeEmail(world, { ...change, newEmail: 'ADA@example.org' })).toEqual({ ok: true });
    expect(await login(world, ADA)).toMatchObject({ ok: true });
  });
});

describe('an unlocked account', () => {
  it('changes its name and its mind, and every answer stays on record [P-CORRECT]', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    expect(await changeName(world, '  Countess of Lovelace ')).toEqual({ ok: true });
    expect(await readSession(world)).toMatchObject({ name: 'Countess of Lovelace', email: FORM.email });
    await answerConsent(world, { purpose: 'statistics', given: true });
    await answerConsent(world, { purpose: 'statistics', given: false });
    const { consents = [] } = (await seatedAccount(world.db)) ?? {};
    expect(consents.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['policy', true],
      ['statistics', false],
      ['statistics', true],
      ['statistics', false],
    ]);
    expect(hasConsent(consents, 'statistics')).toBe(false);
  });

  it('is the only one that may: locked or signed out, nothing changes', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    await lock(world);
    const refused = { ok: false, reason: 'locked' };
    expect(await changeName(world, 'Eve')).toEqual(refused);
    expect(await answerConsent(world, { purpose: 'statistics', given: true })).toEqual(refused);
    await signOut(world);
    expect(await confirmRecoveryCode(world)).toEqual(refused);
    expect(await changePassword(world, { password: FORM.password, newPassword: NEW_PASSWORD })).toEqual({
      ok: false,
      reason: 'signed-out',
    });
  });
});

it('whatever is changed in whatever order, what was ever sealed opens with the last password', async () => {
  const steps = fc.array(fc.constantFrom('password', 'recover', 'code', 'email', 'lock', 'collect'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const { world, ada } = createAccountWorld();
      let { recoveryCode } = await ada();
      let { email, password } = ADA;
      const history = [await collect(world)];
      for (const [i, step] of order.entries()) {
        const next = `${NEW_PASSWORD} ${i}`;
        if (step === 'collect') history.push(await collect(world));
        if (step === 'lock') await lock(world);
        if (step === 'email') {
          email = `ada${i}@example.org`;
          await changeEmail(world, { password, newEmail: email });
        }
        if (step === 'password') await changePassword(world, { password, newPassword: next });
        if (step === 'recover') {
          const outcome = await recover(world, { email, code: recoveryCode, newPassword: next });
          if (outcome.ok) recoveryCode = outcome.recoveryCode;
        }
        if (step === 'code') {
          const outcome = await renewRecoveryCode(world, password);
          if (outcome.ok) recoveryCode = outcome.recoveryCode;
        }
        if (step === 'password' || step === 'recover') password = next;
      }
      expect(await login(world, { email, password })).toMatchObject({ ok: true });
      for (const sealed of history) expect(await opens(world, sealed)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
