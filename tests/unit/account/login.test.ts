import { describe, expect, it, vi } from 'vitest';
import { verifyIdentity } from '@/utils/account/guess';
import { login, unlock } from '@/utils/account/login';
import { pruneSecurityLog, readSecurityLog, SECURITY_LOG_MS } from '@/utils/account/security-log-store';
import { lock, readSession, signOut } from '@/utils/account/session';
import { matteError } from '@/utils/errors';
import { createKeyPair } from '@/utils/vault/hpke';
import { open, seal } from '@/utils/vault/sealed-blob';
import { CHEAP } from '../vault/cheap';
import { createAccountWorld, DAY, FORM, MINUTE, registered, T0 } from './world';

const ADA = { email: FORM.email, password: FORM.password };
const BOB = { email: 'bob@example.org', password: 'amber otters nod' };
const WRONG = { ok: false, reason: 'wrong', waitMs: 0 };

describe('logging in', () => {
  it('opens what was sealed while the account was locked', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    await lock(world);
    const locked = await readSession(world);
    if (locked.state !== 'locked') throw new Error(locked.state);
    const sealed = await seal(locked.account.publicKey, 'job/cutout', new Blob(['pixels']));
    const outcome = await unlock(world, FORM.password);
    expect(outcome.ok && (await (await open(outcome.privateKey, 'job/cutout', sealed)).text())).toBe('pixels');
  });

  it('takes the e-mail in any spelling, and only the exact password', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    expect(await login(world, { ...ADA, email: ' ADA@example.ORG ' })).toMatchObject({ ok: true });
    expect(await login(world, { ...ADA, password: `${FORM.password} ` })).toEqual(WRONG);
    expect(await login(world, { ...ADA, password: '' })).toEqual(WRONG);
  });

  it('survives the browser: locked after a restart, then unlocked by the password alone', async () => {
    const { ada, restarted } = createAccountWorld();
    await ada();
    const later = restarted();
    expect(await readSession(later)).toMatchObject({ state: 'locked' });
    expect(await unlock(later, 'wrong')).toEqual(WRONG);
    expect(await unlock(later, FORM.password)).toMatchObject({ ok: true });
    expect(await readSession(later)).toMatchObject({ state: 'unlocked', name: 'Ada' });
  });

  it('is one account at a time: the one before is locked and its key gone', async () => {
    const { world, keys, ada } = createAccountWorld();
    const first = await ada();
    const second = await registered(world, BOB);
    expect([...keys.held.keys()]).toEqual([second.accountId]);
    await login(world, ADA);
    expect([...keys.held.keys()]).toEqual([first.accountId]);
    expect(await readSession(world)).toMatchObject({ state: 'unlocked', email: FORM.email });
  });

  it('says that an account is damaged whose public key somebody replaced', async () => {
    const { world, ada } = createAccountWorld();
    const { accountId } = await ada();
    const { publicKey } = await createKeyPair();
    await world.db.accounts.update(accountId, { publicKey });
    await expect(login(world, ADA)).rejects.toMatchObject({ code: 'account-damaged' });
  });
});

describe('leaving', () => {
  it('locking drops the key and stays signed in', async () => {
    const { world, keys, ada, events } = createAccountWorld();
    await ada();
    await lock(world);
    await lock(world);
    expect(keys.held.size).toBe(0);
    expect(await readSession(world)).toMatchObject({ state: 'locked' });
    expect(await events()).toEqual(['registered', 'locked']);
  });

  it('signing out leaves a guest, and the account for the next login', async () => {
    const { world, keys, ada } = createAccountWorld();
    await ada();
    await signOut(world);
    expect(keys.held.size).toBe(0);
    expect(await readSession(world)).toEqual({ state: 'guest' });
    expect(await unlock(world, FORM.password)).toEqual({ ok: false, reason: 'signed-out' });
    expect(await login(world, ADA)).toMatchObject({ ok: true });
  });
});

describe('an unknown e-mail', () => {
  const STRANGER = { email: 'eve@example.org', password: FORM.password };

  it('is refused like a wrong password: outcome, computation, rows', async () => {
    const known = createAccountWorld();
    const unknown = createAccountWorld();
    for (const { ada, derivations } of [known, unknown]) {
      await ada();
      derivations.length = 0;
    }
    const seen = async ({ world, derivations, events }: typeof known, email: string) => {
      const outcomes = [];
      for (let i = 0; i < 5; i++) outcomes.push(await login(world, { email, password: 'wrong' }));
      const attempts = (await world.db.attempts.toArray()).map(({ emailHash: _, ...rest }) => rest);
      return { outcomes, derivations, events: await events(), attempts };
    };
    const traces = await seen(known, FORM.email);
    expect(traces).toEqual(await seen(unknown, STRANGER.email));
    expect(traces.outcomes.map(({ ok, ...rest }) => rest)).toMatchObject([
      { reason: 'wrong', waitMs: 0 },
      { reason: 'wrong', waitMs: 0 },
      { reason: 'wrong', waitMs: 5000 },
      { reason: 'wait', waitMs: 5000 },
      { reason: 'wait', waitMs: 5000 },
    ]);
    expect(traces.derivations).toHaveLength(3);
  });

  it('is what something is that is no e-mail at all', async () => {
    const { world } = createAccountWorld();
    expect(await login(world, { email: 'no e-mail', password: 'x' })).toEqual(WRONG);
    expect(await world.db.attempts.count()).toBe(1);
  });
});

describe('wrong passwords', () => {
  it('wait longer and longer, also after a restart and with the right password [P-GUESSING]', async () => {
    const { world, ada, tick, restarted } = createAccountWorld();
    await ada();
    for (let i = 0; i < 3; i++) await login(world, { ...ADA, password: 'wrong' });
    const later = restarted();
    expect(await login(later, ADA)).toEqual({ ok: false, reason: 'wait', waitMs: 5000 });
    expect(await unlock(later, FORM.password)).toEqual({ ok: false, reason: 'wait', waitMs: 5000 });
    tick(5000);
    expect(await login(later, { ...ADA, password: 'wrong' })).toEqual({ ok: false, reason: 'wrong', waitMs: 10_000 });
    tick(10_000);
    expect(await login(later, ADA)).toMatchObject({ ok: true });
    expect(await login(later, { ...ADA, password: 'wrong' })).toEqual(WRONG);
  });

  it('count for each account alone', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    await registered(world, BOB);
    for (let i = 0; i < 4; i++) await login(world, { ...ADA, password: 'wrong' });
    expect(await login(world, BOB)).toMatchObject({ ok: true });
  });

  it('are counted before they are looked at: a crash meanwhile is no free guess', async () => {
    const { world, ada, restarted } = createAccountWorld();
    await ada();
    const crashing = { ...world, derive: () => Promise.reject(matteError('key-failed')) };
    for (let i = 0; i < 3; i++) await expect(login(crashing, ADA)).rejects.toMatchObject({ code: 'key-failed' });
    expect(await login(restarted(), ADA)).toMatchObject({ reason: 'wait' });
  });

  it('cannot be tried side by side: of ten at once three are looked at', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => login(world, { ...ADA, password: 'wrong' })));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong')).toHaveLength(3);
  });
});

describe('the cost of guessing', () => {
  const DEARER = { ...CHEAP, memoryKib: 32, passes: 2 };

  it('rises at the next login, and the password still fits', async () => {
    const { world, ada, events } = createAccountWorld();
    const { accountId } = await ada();
    await login({ ...world, argon2: DEARER }, ADA);
    expect((await world.db.accounts.get(accountId))?.passwordWrap.argon2).toEqual(DEARER);
    expect(await events()).toEqual(['registered', 'login', 'key-strengthened']);
    expect(await login(world, ADA)).toMatchObject({ ok: true });
    expect((await world.db.accounts.get(accountId))?.passwordWrap.argon2).toEqual(DEARER);
  });

  it('stays where the machine cannot afford more, and lets in', async () => {
    const { world, ada } = createAccountWorld();
    const { accountId } = await ada();
    const derive: typeof world.derive = (secret, salt, params) =>
      params.memoryKib > CHEAP.memoryKib
        ? Promise.reject(matteError('key-failed'))
        : world.derive(secret, salt, params);
    expect(await login({ ...world, derive, argon2: DEARER }, ADA)).toMatchObject({ ok: true });
    expect((await world.db.accounts.get(accountId))?.passwordWrap.argon2).toEqual(CHEAP);
  });

  it('does not bring an old password back that another tab changed meanwhile', async () => {
    const { world, ada } = createAccountWorld();
    const { accountId } = await ada();
    const changed = await world.db.accounts.get(accountId);
    if (!changed) throw new Error('no account');
    const elsewhere = { ...changed.passwordWrap, salt: new Uint8Array(16) };
    const derive: typeof world.derive = async (secret, salt, params) => {
      if (params.passes > 1) await world.db.accounts.update(accountId, { passwordWrap: elsewhere });
      return world.derive(secret, salt, params);
    };
    await login({ ...world, derive, argon2: DEARER }, ADA);
    expect((await world.db.accounts.get(accountId))?.passwordWrap).toEqual(elsewhere);
  });
});

describe('verifying identity', () => {
  it('takes the password of whoever is signed in, locked or not [P-VERIFY]', async () => {
    const { world, ada, events } = createAccountWorld();
    const { accountId } = await ada();
    expect(await verifyIdentity(world, FORM.password)).toMatchObject({ ok: true, account: { id: accountId } });
    await lock(world);
    expect(await verifyIdentity(world, FORM.password)).toMatchObject({ ok: true });
    expect(await readSession(world)).toMatchObject({ state: 'locked' });
    expect(await verifyIdentity(world, 'wrong')).toEqual(WRONG);
    expect(await events()).toEqual(['registered', 'verified', 'locked', 'verified', 'wrong-password']);
  });
});

describe('the security log', () => {
  it('has time, event and browser, newest first, of one account only', async () => {
    const { world, ada, tick } = createAccountWorld();
    const { accountId } = await ada();
    tick(MINUTE);
    await login(world, { ...ADA, password: 'wrong' });
    await registered(world, BOB);
    const account = await world.db.accounts.get(accountId);
    expect(await readSecurityLog(world.db, account?.emailHash ?? '')).toMatchObject([
      { event: 'wrong-password', at: T0 + MINUTE, browser: 'Chrome 156 on Linux' },
      { event: 'registered', at: T0, browser: 'Chrome 156 on Linux' },
    ]);
  });

  it('is gone after 30 days, and so are the counts of guesses [P-LOG-30D]', async () => {
    const { world, events } = createAccountWorld();
    await login(world, { email: 'eve@example.org', password: 'x' });
    await pruneSecurityLog(world.db, T0 + SECURITY_LOG_MS - 1);
    expect(await events()).toEqual(['wrong-password']);
    await pruneSecurityLog(world.db, T0 + SECURITY_LOG_MS);
    expect(await events()).toEqual([]);
    expect(await world.db.attempts.count()).toBe(0);
  });

  it('does not outlive that because the clock was once ahead [P-LOG-30D]', async () => {
    const { world, events } = createAccountWorld({ now: () => T0 + 5000 * DAY });
    await login(world, { email: 'eve@example.org', password: 'x' });
    await pruneSecurityLog(world.db, T0);
    expect(await events()).toEqual(['wrong-password']);
    await pruneSecurityLog(world.db, T0 + SECURITY_LOG_MS);
    expect(await events()).toEqual([]);
  });
});

it('real Argon2id is asked with the salt and parameters that lie beside the key', async () => {
  const { world, ada } = createAccountWorld();
  const { accountId } = await ada();
  const derive = vi.fn(world.derive);
  await login({ ...world, derive }, ADA);
  const account = await world.db.accounts.get(accountId);
  expect(derive.mock.calls).toEqual([[FORM.password, account?.passwordWrap.salt, CHEAP]]);
});
