import { describe, expect, it } from 'vitest';
import { login } from '@/utils/account/login';
import { register } from '@/utils/account/register';
import { readSession } from '@/utils/account/session';
import { readRecoveryCode } from '@/utils/vault/recovery-code';
import { createAccountWorld, FORM, T0, WEAK } from './world';

describe('registering', () => {
  it('makes an account that is signed in and unlocked', async () => {
    const { world, ada, events } = createAccountWorld();
    const { accountId, recoveryCode } = await ada();
    expect(await readSession(world)).toMatchObject({
      state: 'unlocked',
      account: { id: accountId },
      email: 'ada@example.org',
      name: 'Ada',
    });
    expect(readRecoveryCode(recoveryCode)).toEqual({ ok: true, code: recoveryCode });
    expect(await events()).toEqual(['registered']);
  });

  it('keeps what was stated and agreed to, with date and version; statistics are refused [P-MINORS]', async () => {
    const { world, ada } = createAccountWorld();
    const { accountId } = await ada();
    const consent = { policyVersion: '1', at: T0 };
    expect(await world.db.accounts.get(accountId)).toMatchObject({
      majority: 'of-age',
      createdAt: T0,
      recoveryConfirmedAt: null,
      consents: [
        { purpose: 'policy', given: true, ...consent },
        { purpose: 'statistics', given: false, ...consent },
      ],
    });
  });

  it.each([
    ['email-invalid', { email: 'ada' }],
    ['majority-missing', { majority: null }],
    ['policy-missing', { policyVersion: null }],
    ['policy-missing', { policyVersion: '0' }],
    ['weak-password', { password: WEAK }],
  ] as const)('is refused with %s [P-MINORS]', async (reason, change) => {
    const { world, keys } = createAccountWorld();
    expect(await register(world, { ...FORM, ...change })).toMatchObject({ ok: false, reason });
    expect(await world.db.accounts.count()).toBe(0);
    expect(keys.held.size).toBe(0);
  });

  it('takes an e-mail once, however it is spelt', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    expect(await register(world, { ...FORM, email: ' ADA@Example.org ' })).toEqual({
      ok: false,
      reason: 'email-taken',
    });
  });

  it('takes an e-mail once also when two tabs register at the same time', async () => {
    const { world } = createAccountWorld();
    const outcomes = await Promise.all([register(world, FORM), register(world, FORM)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await world.db.accounts.count()).toBe(1);
  });

  it('leaves nothing readable: no e-mail, name, password, code or private key in any table [P-SEALED]', async () => {
    const { world, keys, ada } = createAccountWorld();
    const { accountId, recoveryCode } = await ada();
    await login(world, { email: FORM.email, password: 'wrong' });
    const stored = await everyByte(world.db.tables.map((table) => table.toArray()));
    expect(stored.length).toBeGreaterThan(1000);
    for (const secret of [FORM.email, 'ada', FORM.name, FORM.password, recoveryCode, 'example', 'wrong password']) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).not.toContain(Buffer.from(keys.held.get(accountId) ?? []).toString('latin1'));
  });

  it('hides how long name and e-mail are', async () => {
    const { world } = createAccountWorld();
    await register(world, FORM);
    await register(world, { ...FORM, email: 'somebody.with.a.longer.name@example.org', name: 'x'.repeat(500) });
    const [one, two] = await world.db.accounts.toArray();
    expect([two?.name.length, two?.email.length]).toEqual([one?.name.length, one?.email.length]);
  });
});

describe('a guest who registers', () => {
  it('takes along what it has, in one transaction', async () => {
    const { world } = createAccountWorld();
    await world.db.settings.put({ key: 'credits', value: 'guest' });
    const adopter = {
      tables: [world.db.settings],
      adopt: async (accountId: string) => void (await world.db.settings.put({ key: 'credits', value: accountId })),
    };
    const outcome = await register({ ...world, adopters: [adopter] }, FORM);
    expect(await world.db.settings.get('credits')).toEqual({ key: 'credits', value: outcome.ok && outcome.accountId });
  });

  it('keeps everything and gets no account when the handing over fails', async () => {
    const { world, keys } = createAccountWorld();
    await world.db.settings.put({ key: 'credits', value: 'guest' });
    const adopter = {
      tables: [world.db.settings],
      adopt: async () => {
        await world.db.settings.clear();
        throw new Error('disk');
      },
    };
    await expect(register({ ...world, adopters: [adopter] }, FORM)).rejects.toThrow('disk');
    expect(await world.db.settings.get('credits')).toEqual({ key: 'credits', value: 'guest' });
    expect(await readSession(world)).toEqual({ state: 'guest' });
    expect(await world.db.accounts.count()).toBe(0);
    expect(keys.held.size).toBe(0);
  });
});

/** Rows as text in which bytes stand as they are, so that a secret in any of them would be found. */
async function everyByte(rows: readonly Promise<unknown[]>[]): Promise<string> {
  const walk = (value: unknown): string => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.values(value).map(walk).join('\n');
  };
  return walk(await Promise.all(rows));
}
