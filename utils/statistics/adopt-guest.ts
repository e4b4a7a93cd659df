/** A guest's counts go with the account that the guest registers; the guest who is left was never asked and has none. */
import { forgetGuestConsents } from '../account/guest-consents';
import type { GuestAdopter } from '../account/ports';
import { GUEST } from '../credits/ledger';
import type { MatteDb } from '../db';
import { deleteStatistics, readStatistics } from './counter';

export function createStatisticsAdopter(db: MatteDb): GuestAdopter {
  return {
    tables: [db.statistics, db.settings],
    async adopt(accountId) {
      const days = await readStatistics(db, GUEST);
      await db.statistics.bulkPut(days.map((row) => ({ ...row, owner: accountId })));
      await deleteStatistics(db, GUEST);
      await forgetGuestConsents(db);
    },
  };
}
