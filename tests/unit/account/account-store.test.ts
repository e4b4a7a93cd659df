import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { dropAccount, seatedAccount } from '@/utils/account/account-store';
import { login } from '@/utils/account/login';
import { readSession } from '@/utils/account/session';
import { MatteDb } from '@/utils/db';
import { createAccountWorld, FORM, registered } from './world';

describe('dropping an account', () => {
  it('leaves no row of it, and nothing of others is touched', async () => {
    const { world, ada } = createAccountWorld();
    const bob = await registered(world, { email: 'bob@example.org' });
    await ada();
    await login(world, { ...FORM, password: 'wrong' });
    const account = await seatedAccount(world.db);
    if (!account) throw new Error('nobody');
    await dropAccount(world.db, account);
    expect(await readSession(world)).toEqual({ state: 'guest' });
    expect(await world.db.attempts.count()).toBe(0);
    expect(await world.db.securityLog.where({ emailHash: account.emailHash }).count()).toBe(0);
    expect((await world.db.accounts.toArray()).map(({ id }) => id)).toEqual([bob.accountId]);
    expect(await world.db.securityLog.count()).toBe(1);
  });

  it('does not take the seat of another', async () => {
    const { world, ada } = createAccountWorld();
    await ada();
    const ours = await seatedAccount(world.db);
    const bob = await registered(world, { email: 'bob@example.org' });
    if (ours) await dropAccount(world.db, ours);
    expect(await readSession(world)).toMatchObject({ state: 'unlocked', account: { id: bob.accountId } });
  });
});

it('a database of version 2 gets the tables of accounts, empty, and a guest sits there', async () => {
  createAccountWorld(); // points Dexie at the fake IndexedDB
  const old = new Dexie('matte-2');
  old.version(1).stores({ jobs: 'id, status, createdAt', blobs: 'id', history: 'id, createdAt' });
  old.version(2).stores({ offers: 'id', settings: 'key', rungs: 'rung' });
  await old.table('settings').put({ key: 'quality', value: 'best' });
  old.close();
  const db = new MatteDb('matte-2');
  expect(await seatedAccount(db)).toBeUndefined();
  expect([await db.accounts.count(), await db.attempts.count(), await db.securityLog.count()]).toEqual([0, 0, 0]);
  expect(await db.settings.get('quality')).toEqual({ key: 'quality', value: 'best' });
});
