import { onMessage } from '@/utils/messaging';
import { showBadge } from './badge';
import type { BackgroundDeps } from './deps';
import { wakeEngine } from './engine-control';
import { isFramed, isOwnPage } from './sender';

/** A page has written jobs by itself, hundreds of them, and asks for nothing but that they are begun. */
export function setUpQueue(deps: BackgroundDeps): void {
  onMessage('wakeQueue', async ({ sender }) => {
    if (!isOwnPage(sender) || isFramed(sender)) return;
    await wakeEngine(deps);
    await showBadge(deps.db);
  });
}
