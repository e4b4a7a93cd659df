import { expect, it } from 'vitest';
import { seatedAccount } from '@/utils/account/account-store';
import { readAvatar, removeAvatar, saveAvatar } from '@/utils/account/avatar';
import type { AccountWorld } from '@/utils/account/ports';
import { lock, readSession } from '@/utils/account/session';
import { utf8 } from '@/utils/vault/bytes';
import { createAccountWorld, registered } from './world';

const PICTURE = utf8('RIFF....WEBPVP8 the picture of somebody');

async function shown(world: AccountWorld): Promise<string | null> {
  const session = await readSession(world);
  if (session.state !== 'unlocked') throw new Error(session.state);
  return (await readAvatar(session))?.text() ?? null;
}

it('is shown to who unlocked, and lies sealed [P-CORRECT]', async () => {
  const { world, ada } = createAccountWorld();
  await ada();
  expect(await shown(world)).toBeNull();
  expect(await saveAvatar(world, PICTURE)).toEqual({ ok: true });
  expect(await shown(world)).toBe('RIFF....WEBPVP8 the picture of somebody');
  const row = await seatedAccount(world.db);
  expect(Buffer.from(row?.avatar ?? '').length).toBeGreaterThan(PICTURE.length);
  expect(Buffer.from(row?.avatar ?? '').includes('WEBP')).toBe(false);
});

it('is gone from the row when it was removed', async () => {
  const { world, ada } = createAccountWorld();
  await ada();
  await saveAvatar(world, PICTURE);
  expect(await removeAvatar(world)).toEqual({ ok: true });
  expect(await shown(world)).toBeNull();
  expect(await seatedAccount(world.db)).not.toHaveProperty('avatar');
});

it('of a locked account can be neither changed nor removed', async () => {
  const { world, ada } = createAccountWorld();
  await ada();
  await saveAvatar(world, PICTURE);
  await lock(world);
  expect(await saveAvatar(world, utf8('x'))).toEqual({ ok: false, reason: 'locked' });
  expect(await removeAvatar(world)).toEqual({ ok: false, reason: 'locked' });
  expect(await seatedAccount(world.db)).toHaveProperty('avatar');
});

it('moved into another account’s row, or into its name, it does not open', async () => {
  const { world, ada } = createAccountWorld();
  await ada();
  await saveAvatar(world, PICTURE);
  const { avatar } = (await seatedAccount(world.db)) ?? {};
  await registered(world, { email: 'bob@example.org' });
  const bob = await seatedAccount(world.db);
  if (!bob || !avatar) throw new Error('nobody');
  await world.db.accounts.put({ ...bob, avatar });
  await expect(shown(world)).rejects.toMatchObject({ code: 'vault-damaged' });
  await world.db.accounts.put({ ...bob, avatar: bob.name });
  await expect(shown(world)).rejects.toMatchObject({ code: 'vault-damaged' });
});
