/** What an account needs while no window of Matte is open: its lock. */
import { lock } from '@/utils/account/session';
import { browserName } from '@/utils/browser/browser-name';
import { onIdle, watchIdle } from '@/utils/browser/idle';
import { readSettings } from '@/utils/settings/settings-store';
import type { BackgroundDeps } from './deps';

export function setUpVault(deps: BackgroundDeps): void {
  onIdle(() => void lockNow(deps));
  void readSettings(deps.db).then(({ lockAfter }) => watchIdle(lockAfter));
}

/** Other windows see the key go in `storage.session`. */
export async function lockNow(deps: BackgroundDeps): Promise<void> {
  await lock({ ...deps, browser: browserName(navigator.userAgent) });
}
