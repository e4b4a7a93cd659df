/** Passkeys: added with the password, opened by their own authenticator, beside password and recovery code. */
import { expect, it } from 'vitest';
import { seatedAccount } from '@/utils/account/account-store';
import { changePassword } from '@/utils/account/change-secrets';
import {
  addPasskey,
  type NoPasskey,
  type PasskeyDevice,
  passkeysOf,
  removePasskey,
  unlockByPasskey,
} from '@/utils/account/passkeys';
import type { AccountWorld } from '@/utils/account/ports';
import { lock, readSession, signOut } from '@/utils/account/session';
import { type Bytes, randomBytes, utf8 } from '@/utils/vault/bytes';
import { createAccountWorld, FORM, NEW_PASSWORD, registered, T0 } from './world';

/** An authenticator: one secret, HMAC-SHA-256 of the salt as its PRF, and it knows its own credential alone. */
async function authenticator(): Promise<PasskeyDevice & { readonly id: Bytes; prompts: number }> {
  const id = randomBytes(16);
  const key = await crypto.subtle.importKey('raw', randomBytes(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const prf = async (salt: Bytes) => new Uint8Array(await crypto.subtle.sign('HMAC', key, salt));
  const device = {
    id,
    prompts: 0,
    async create({ salt, known }: Parameters<PasskeyDevice['create']>[0]) {
      device.prompts++;
      if (known.some((other) => Buffer.from(other).equals(id))) return { ok: false, reason: 'passkey-known' } as const;
      return { ok: true, id, secret: await prf(salt) } as const;
    },
    async read(asked: Parameters<PasskeyDevice['read']>[0]) {
      device.prompts++;
      const own = asked.find((each) => Buffer.from(each.id).equals(id));
      if (!own) return { ok: false, reason: 'passkey-cancelled' } as const;
      return { ok: true, id, secret: await prf(own.salt) } as const;
    },
  };
  return device;
}

const saying = (reason: NoPasskey['reason']): PasskeyDevice => ({
  create: async () => ({ ok: false, reason }),
  read: async () => ({ ok: false, reason }),
});

async function adaWith(count: number) {
  const kit = createAccountWorld();
  await kit.ada();
  const devices = [];
  for (let i = 0; i < count; i++) {
    const device = await authenticator();
    expect(await addPasskey(kit.world, device, FORM.password)).toEqual({ ok: true });
    devices.push(device);
  }
  return { ...kit, devices };
}

async function state(world: AccountWorld): Promise<string> {
  return (await readSession(world)).state;
}

async function rowOf(world: AccountWorld) {
  const account = await seatedAccount(world.db);
  if (!account) throw new Error('nobody');
  return account;
}

it('each of several passkeys unlocks, and so does the password; the log says which', async () => {
  const { world, devices, events } = await adaWith(2);
  for (const device of devices) {
    await lock(world);
    expect(await unlockByPasskey(world, device)).toMatchObject({ ok: true });
    expect(await state(world)).toBe('unlocked');
  }
  expect(await events()).toEqual([
    'registered',
    'passkey-added',
    'passkey-added',
    'locked',
    'passkey-unlocked',
    'locked',
    'passkey-unlocked',
  ]);
});

it('is named by date and browser', async () => {
  const { world } = await adaWith(1);
  expect(passkeysOf(await rowOf(world))).toMatchObject([{ createdAt: T0, browser: 'Chrome 156 on Linux' }]);
});

it('opens after a restart of the browser, and after a new password', async () => {
  const { world, devices, restarted } = await adaWith(1);
  await changePassword(world, { password: FORM.password, newPassword: NEW_PASSWORD });
  const later = restarted();
  expect(await state(later)).toBe('locked');
  expect(await unlockByPasskey(later, devices[0] ?? saying('passkey-cancelled'))).toMatchObject({ ok: true });
  expect(await state(later)).toBe('unlocked');
});

it('is added with the right password only, and the device is not asked before', async () => {
  const { world } = await adaWith(0);
  const device = await authenticator();
  expect(await addPasskey(world, device, 'wrong')).toMatchObject({ ok: false, reason: 'wrong' });
  expect(device.prompts).toBe(0);
  expect(passkeysOf(await rowOf(world))).toEqual([]);
});

it('is not added twice', async () => {
  const { world, devices } = await adaWith(1);
  const again = await addPasskey(world, devices[0] ?? saying('passkey-cancelled'), FORM.password);
  expect(again).toEqual({ ok: false, reason: 'passkey-known' });
  expect(passkeysOf(await rowOf(world))).toHaveLength(1);
});

it.each(['passkey-cancelled', 'passkey-unsupported'] as const)(
  '%s changes nothing and charges nothing',
  async (reason) => {
    const { world, events } = await adaWith(1);
    const before = await rowOf(world);
    expect(await addPasskey(world, saying(reason), FORM.password)).toEqual({ ok: false, reason });
    await lock(world);
    expect(await unlockByPasskey(world, saying(reason))).toEqual({ ok: false, reason });
    expect(await rowOf(world)).toEqual(before);
    expect(await world.db.attempts.count()).toBe(0);
    expect(await state(world)).toBe('locked');
    expect(await events()).toEqual(['registered', 'passkey-added', 'locked']);
  },
);

it('opens nothing once it was removed; the other one still does', async () => {
  const { world, devices } = await adaWith(2);
  const [gone = await authenticator(), kept = await authenticator()] = devices;
  expect(await removePasskey(world, gone.id)).toEqual({ ok: true });
  await lock(world);
  expect(await unlockByPasskey(world, gone)).toMatchObject({ ok: false });
  expect(await removePasskey(world, kept.id)).toEqual({ ok: false, reason: 'locked' });
  expect(await unlockByPasskey(world, kept)).toMatchObject({ ok: true });
});

it('of another account opens nothing, also moved into this one’s row', async () => {
  const { world, devices } = await adaWith(1);
  const [passkey] = passkeysOf(await rowOf(world));
  await registered(world, { email: 'bob@example.org' });
  const bob = await rowOf(world);
  await world.db.accounts.put({ ...bob, passkeys: passkey ? [passkey] : [] });
  await lock(world);
  const outcome = await unlockByPasskey(world, devices[0] ?? saying('passkey-cancelled'));
  expect(outcome).toEqual({ ok: false, reason: 'passkey-strange' });
  expect(await state(world)).toBe('locked');
});

it('does not take the seat back from who signed in while the prompt stood there', async () => {
  const { world, devices } = await adaWith(1);
  await lock(world);
  const slow: PasskeyDevice = {
    ...saying('passkey-cancelled'),
    read: async (asked) => {
      await registered(world, { email: 'bob@example.org' });
      return (devices[0] ?? saying('passkey-cancelled')).read(asked);
    },
  };
  expect(await unlockByPasskey(world, slow)).toEqual({ ok: false, reason: 'signed-out' });
  expect(await readSession(world)).toMatchObject({ state: 'unlocked', email: 'bob@example.org' });
});

it('somebody else’s public key in the account’s row is damage', async () => {
  const { world, devices } = await adaWith(1);
  await lock(world);
  await world.db.accounts.put({ ...(await rowOf(world)), publicKey: randomBytes(32) });
  await expect(unlockByPasskey(world, devices[0] ?? saying('passkey-cancelled'))).rejects.toMatchObject({
    code: 'account-damaged',
  });
});

it('a guest has none', async () => {
  const { world } = await adaWith(1);
  await signOut(world);
  expect(await unlockByPasskey(world, await authenticator())).toEqual({ ok: false, reason: 'signed-out' });
});

it('neither the secret nor the private key lies in the database', async () => {
  const { world, devices, keys } = await adaWith(1);
  const row = await rowOf(world);
  const [passkey] = passkeysOf(row);
  const answer = await devices[0]?.read([{ id: passkey?.id ?? utf8(''), salt: passkey?.wrap.salt ?? utf8('') }]);
  const text = JSON.stringify(row, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  const key = Buffer.from(keys.held.get(row.id) ?? '').toString('hex');
  expect(key).toHaveLength(64);
  expect(text).not.toContain(key);
  expect(answer?.ok && text.includes(Buffer.from(answer.secret).toString('hex'))).toBe(false);
});
