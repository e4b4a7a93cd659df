/** What version 6 has left in plain text is sealed when Matte next starts. */
import { expect, it } from 'vitest';
import { type HistoryEntry, MatteDb } from '@/utils/db';
import { readDetails } from '@/utils/history/details';
import { sealLeftovers } from '@/utils/history/seal-leftovers';
import { memoryKeys } from '../account/memory-keys';
import { privateKeyOf, thawed } from '../db/frozen';

/** Everything that lists are made of, as text: bytes of what is sealed as numbers. */
async function plainText(db: MatteDb): Promise<string> {
  return JSON.stringify([await db.history.toArray(), await db.offers.toArray()]);
}

it('an account’s names and offers’ names are nowhere to be read, and open with the key [P-NAMES-SEALED]', async () => {
  const { db, dump } = await thawed(6);
  expect(await plainText(db)).toContain('name of hers');
  await sealLeftovers(db);
  expect(await plainText(new MatteDb(db.name))).not.toContain('name of');
  const keys = memoryKeys();
  await keys.put(dump.accountId ?? '', privateKeyOf(dump));
  for (const entry of [...(await db.history.toArray()), ...(await db.offers.toArray())])
    expect(await readDetails(keys, entry)).toEqual({
      state: 'open',
      details: { name: `name of ${entry.id}`, kind: null, host: null, url: null },
    });
});

it('the second time changes nothing, and the rest of the rows stays as it was', async () => {
  const { db } = await thawed(6);
  const without = async () => (await db.history.toArray()).map(({ details: _, ...rest }) => rest);
  const before = await without();
  await sealLeftovers(db);
  const sealed = await db.history.toArray();
  await sealLeftovers(db);
  expect(await db.history.toArray()).toEqual(sealed);
  expect(await without()).toEqual(before);
});

it('a guest’s stay readable', async () => {
  const { db } = await thawed(3);
  const before = await db.history.toArray();
  await sealLeftovers(db);
  expect(await db.history.toArray()).toEqual(before);
});

it('of an account that is gone the names are forgotten: nobody could ever open them', async () => {
  const { db } = await thawed(6);
  await db.accounts.clear();
  await sealLeftovers(db);
  expect(await plainText(db)).not.toContain('name of');
  expect(await db.history.count()).toBe(3);
});

it('what changes while it is being sealed keeps the change', async () => {
  const { db } = await thawed(6);
  const sealing = sealLeftovers(db);
  await db.history.update('hers', { pinned: true });
  await db.history.delete('full');
  await sealing;
  const rows: HistoryEntry[] = await db.history.toArray();
  expect(rows.map(({ id, pinned }) => [id, pinned ?? false])).toEqual([
    ['hers', true],
    ['small', false],
  ]);
});
