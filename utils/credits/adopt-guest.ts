/** What a guest has of credits goes with the account that the guest registers: the book, the membership, what was redeemed. */
import type { GuestAdopter } from '../account/ports';
import type { MatteDb } from '../db';
import { dueEntries, GUEST, spentWelcome } from './ledger';
import { bookOf } from './ledger-store';
import { momentAt } from './moment';

/**
 * The guest who is left begins with a welcome of nothing, or registering and signing out would be 20 credits each time; from
 * the next day on the refill is the guest's as ever.
 * @param now epoch ms
 */
export function createCreditsAdopter(db: MatteDb, now: () => number): GuestAdopter {
  return {
    tables: [db.ledger, db.memberships, db.redeemed],
    async adopt(accountId) {
      const moment = momentAt(now());
      await db.ledger.bulkAdd([...dueEntries(await bookOf(db, GUEST), GUEST, moment)]);
      await db.ledger.where('owner').equals(GUEST).modify({ owner: accountId });
      await db.ledger.add(spentWelcome(GUEST, moment));
      await db.redeemed.where('owner').equals(GUEST).modify({ owner: accountId });
      const membership = await db.memberships.get(GUEST);
      if (!membership) return;
      await db.memberships.put({ ...membership, owner: accountId });
      await db.memberships.delete(GUEST);
    },
  };
}
