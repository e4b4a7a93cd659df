import { useLiveQuery } from 'dexie-react-hooks';
import { LockIcon } from 'lucide-react';
import type { StoredAccount } from '@/utils/account/account';
import { unlock } from '@/utils/account/login';
import { passkeysOf } from '@/utils/account/passkeys';
import type { AccountWorld } from '@/utils/account/ports';
import { countEntries } from '@/utils/history/list-entries';
import { say } from '@/utils/i18n/say';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { PasskeyUnlock } from '@/utils/pages/account/PasskeyUnlock';
import { PasswordForm } from '@/utils/pages/account/PasswordForm';
import { usePasskeySupport } from '@/utils/pages/account/use-passkeys';

export interface LockedCutoutsProps {
  readonly world: AccountWorld;
  readonly account: StoredAccount;
}

/** How many there are, and nothing of what they are. */
export function LockedCutouts({ world, account }: LockedCutoutsProps) {
  const count = useLiveQuery(() => countEntries(world.db, account.id), [world, account.id]);
  const canUsePasskeys = usePasskeySupport();
  const act = async (password: string) => {
    const outcome = await unlock(world, password);
    return outcome.ok ? null : describeRefusal(outcome, 'unlock');
  };
  return (
    <section className="account locked-cutouts" aria-labelledby="locked-title">
      <LockIcon />
      <h2 id="locked-title">{say('history.lockedTitle')}</h2>
      <p className="soft">{count === undefined ? say('history.oneMoment') : say('history.lockedCount', { count })}</p>
      <PasswordForm
        label={say('history.unlock')}
        verb={say('history.unlock')}
        act={act}
        others={<a href="#account">{say('history.forgotPassword')}</a>}
      />
      {canUsePasskeys && passkeysOf(account).length > 0 && <PasskeyUnlock world={world} />}
    </section>
  );
}
