/** Accounts as the popup runs them: heavy crypto in a worker, keys in the browser's session. */
import { POLICY_VERSION } from '@/utils/account/policy';
import type { AccountWorld } from '@/utils/account/ports';
import { createSecretsHost } from '@/utils/account/secrets-host';
import { browserName } from '@/utils/browser/browser-name';
import { createSessionKeys } from '@/utils/browser/session-keys';
import { createCreditsAdopter } from '@/utils/credits/adopt-guest';
import type { MatteDb } from '@/utils/db';
import { createHistoryAdopter } from '@/utils/history/adopt-guest';
import { createStatisticsAdopter } from '@/utils/statistics/adopt-guest';
import { ARGON2_DEFAULTS } from '@/utils/vault/argon2-params';
import { KEY_CODEC } from '@/utils/vault/bytes';

export function createAccountWorld(db: MatteDb): AccountWorld {
  const { derive, judge } = createSecretsHost(
    () => new Worker(new URL('../../account/secrets.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    db,
    keys: createSessionKeys(KEY_CODEC),
    derive,
    judge,
    argon2: ARGON2_DEFAULTS,
    adopters: [createHistoryAdopter(db), createCreditsAdopter(db, Date.now), createStatisticsAdopter(db)],
    policyVersion: POLICY_VERSION,
    browser: browserName(navigator.userAgent),
    now: Date.now,
  };
}
