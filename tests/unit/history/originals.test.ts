import { describe, expect, it } from 'vitest';
import { lock } from '@/utils/account/session';
import { cutoutId, groundId, originalId, retouchedId } from '@/utils/db';
import { dropEntries } from '@/utils/history/history-store';
import { dropOriginals, keepGround, keepOriginal, keepRetouched } from '@/utils/history/originals';
import { readPicture } from '@/utils/history/read-picture';
import { jobIdOf, readBelongings } from '@/utils/privacy/belongings';
import { GUEST_SUBJECT } from '@/utils/privacy/subject';
import { saveSetting } from '@/utils/settings/settings-store';
import { createAccountWorld, registered } from '../account/world';
import { createWorld, remember, T0 } from '../jobs/world';

const HOUR = 3_600_000;
const PHOTO = new Blob(['\xff\xd8 photo'], { type: 'image/jpeg' });

async function cut(createdAt = T0) {
  const world = createWorld();
  await saveSetting(world.db, 'keepPhotos', true);
  await remember(world.db, 'a', createdAt);
  return world;
}

describe('a photo', () => {
  it('is not kept unless one has asked for it [P-ORIGINALS-1H]', async () => {
    const { db, blobs } = createWorld();
    await remember(db, 'a', T0);
    await keepOriginal(db, 'a', PHOTO);
    expect(await blobs()).not.toContain(originalId('a'));
  });

  it('is kept for less than an hour, whatever the alarm does [P-ORIGINALS-1H]', async () => {
    const { db, blobs } = await cut();
    await keepOriginal(db, 'a', PHOTO);
    await dropOriginals(db, T0 + 0.7 * HOUR);
    expect(await blobs()).toContain(originalId('a'));
    // The next round is up to 12 minutes away.
    await dropOriginals(db, T0 + 0.8 * HOUR);
    expect(await blobs()).not.toContain(originalId('a'));
    expect(await blobs()).toContain(cutoutId('a'));
  });

  it('goes with its cutout, and a clock that was set back does not keep it', async () => {
    const { db, blobs } = await cut();
    await keepOriginal(db, 'a', PHOTO);
    await keepRetouched(db, 'a', PHOTO, 3);
    await dropEntries(db, ['a']);
    expect(await blobs()).toEqual([]);
    await remember(db, 'b', T0);
    await keepOriginal(db, 'b', PHOTO);
    await dropOriginals(db, T0 - HOUR);
    expect(await blobs()).not.toContain(originalId('b'));
  });

  it('of a cutout that is gone is not written', async () => {
    const { db, blobs } = await cut();
    await db.history.delete('a');
    await keepOriginal(db, 'a', PHOTO);
    expect(await blobs()).not.toContain(originalId('a'));
  });

  it('of an account is sealed, like what the brush made of it [P-SEALED]', async () => {
    const world = await cut();
    const accounts = { ...createAccountWorld().world, db: world.db, keys: world.keys };
    const { accountId } = await registered(accounts);
    await world.db.history.update('a', { owner: accountId });
    await keepOriginal(world.db, 'a', PHOTO);
    await keepRetouched(world.db, 'a', PHOTO, 2);
    for (const id of [originalId('a'), retouchedId('a')]) {
      expect(await world.textOf(id)).not.toContain('photo');
      const picture = await readPicture(world, id);
      expect(picture.state === 'open' && (await picture.blob.text())).toContain('photo');
    }
    expect((await world.db.history.get('a'))?.retouched).toBe(2);
    await lock(accounts);
    expect((await readPicture(world, originalId('a'))).state).toBe('locked');
  });
});

describe('a picture for the background', () => {
  it('outlives the hour of photos, goes when it is taken away, and with its cutout [P-DELETE-HISTORY]', async () => {
    const { db, blobs } = await cut();
    await keepGround(db, 'a', PHOTO);
    await dropOriginals(db, T0 + 9 * HOUR);
    expect(await blobs()).toContain(groundId('a'));
    await keepGround(db, 'a', null);
    expect(await blobs()).not.toContain(groundId('a'));
    await keepGround(db, 'a', PHOTO);
    await dropEntries(db, ['a']);
    expect(await blobs()).toEqual([]);
  });

  it('belongs to whose the cutout is: access shows it, and erasure takes it [P-ACCESS] [P-DELETE-ACCOUNT]', async () => {
    const { db } = await cut();
    await keepGround(db, 'a', PHOTO);
    const { blobs } = await readBelongings(db, GUEST_SUBJECT);
    expect(blobs.map(({ id }) => id)).toContain(groundId('a'));
    expect(jobIdOf(groundId('a'))).toBe('a');
  });

  it('of an account is sealed [P-SEALED]', async () => {
    const world = await cut();
    const accounts = { ...createAccountWorld().world, db: world.db, keys: world.keys };
    const { accountId } = await registered(accounts);
    await world.db.history.update('a', { owner: accountId });
    await keepGround(world.db, 'a', PHOTO);
    expect(await world.textOf(groundId('a'))).not.toContain('photo');
    const picture = await readPicture(world, groundId('a'));
    expect(picture.state === 'open' && (await picture.blob.text())).toContain('photo');
  });
});
