import { purgeEntries } from '@/utils/history/manage-entries';
import { onMessage } from '@/utils/messaging';
import type { BackgroundDeps } from './deps';
import { isFramed, isOwnPage } from './sender';

/** Deletes for good what a page had hidden that is going now. */
export function setUpPurge({ db }: Pick<BackgroundDeps, 'db'>): void {
  onMessage('purgeEntries', async ({ data: { owner, ids }, sender }) => {
    if (isOwnPage(sender) && !isFramed(sender)) await purgeEntries(db, owner, ids);
  });
}
