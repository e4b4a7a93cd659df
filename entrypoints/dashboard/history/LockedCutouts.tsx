import { useLiveQuery } from 'dexie-react-hooks';
import { unlock } from '@/utils/account/login';
import type { AccountWorld } from '@/utils/account/ports';
import { countEntries } from '@/utils/history/list-entries';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { PasswordForm } from '@/utils/pages/account/PasswordForm';
import { LockIcon } from '@/utils/ui/icons';
import { countCutouts } from './cutout-words';

export interface LockedCutoutsProps {
  readonly world: AccountWorld;
  readonly owner: string;
}

/** How many there are, and nothing of what they are. */
export function LockedCutouts({ world, owner }: LockedCutoutsProps) {
  const count = useLiveQuery(() => countEntries(world.db, owner), [world, owner]);
  const act = async (password: string) => {
    const outcome = await unlock(world, password);
    return outcome.ok ? null : describeRefusal(outcome, 'unlock');
  };
  return (
    <section className="account locked-cutouts" aria-labelledby="locked-title">
      <LockIcon />
      <h2 id="locked-title">Your cutouts are locked</h2>
      <p className="soft">
        {count === undefined ? 'One moment …' : `${countCutouts(count)}, encrypted on this computer.`}
      </p>
      <PasswordForm label="Unlock" verb="Unlock" act={act} others={<a href="#account">Forgot password</a>} />
    </section>
  );
}
