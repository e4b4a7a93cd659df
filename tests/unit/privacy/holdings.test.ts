import { describe, expect, it } from 'vitest';
import { readBelongings } from '@/utils/privacy/belongings';
import { HOLDINGS, TABLE_NAMES } from '@/utils/privacy/holdings';
import { GUEST_SUBJECT, subjectOf } from '@/utils/privacy/subject';
import { takeStock } from '@/utils/privacy/take-stock';
import { T0 } from '../account/world';
import { fullHouse } from './full-house';

describe('what Matte holds', () => {
  it('names every table of the database, and no other [P-ACCESS]', async () => {
    const { db } = await fullHouse();
    expect(TABLE_NAMES.toSorted()).toEqual(db.tables.map(({ name }) => name).sort());
    const labels = Object.values(HOLDINGS).map(({ label }) => label);
    expect(new Set(labels).size, 'no two by one name').toBe(labels.length);
  });

  it.each(TABLE_NAMES)(
    'shows who sits here the rows of %s that concern them, once, and no others [P-ACCESS]',
    async (name) => {
      const { db, ada, bob } = await fullHouse();
      const [guest, hers, his] = await Promise.all(
        [GUEST_SUBJECT, subjectOf(ada), subjectOf(bob)].map(
          async (subject) => (await readBelongings(db, subject))[name],
        ),
      );
      const all = await db.table(name).count();
      if (HOLDINGS[name].erasure === 'if-alone') {
        const others = all - (name === 'settings' ? 1 : 0); // the guest's own answers are among them
        expect([guest?.length, hers?.length, his?.length]).toEqual([all, others, others]);
        return;
      }
      expect((guest?.length ?? 0) + (hers?.length ?? 0) + (his?.length ?? 0)).toBe(all);
      expect(hers).not.toEqual([]);
    },
  );

  it('counts rows, bytes of pictures, and the oldest', async () => {
    const { db, ada } = await fullHouse();
    const stock = new Map(takeStock(await readBelongings(db, subjectOf(ada))).map((each) => [each.table, each]));
    expect(stock.get('history')).toMatchObject({ count: 1, oldest: T0 });
    const blobs = await db.blobs.filter(({ id }) => id.startsWith(ada.id)).toArray();
    const pictures = blobs.reduce((sum, { blob }) => sum + blob.size, 0);
    expect(stock.get('blobs')?.bytes).toBeGreaterThanOrEqual(pictures);
    expect(stock.get('blobs')?.bytes).toBeLessThan(pictures + 1000);
    expect(stock.get('securityLog')?.bytes).toBeGreaterThan(0);
    expect(stock.get('memberships')?.oldest).toBeNull();
  });
});
