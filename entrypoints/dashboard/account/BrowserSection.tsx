import type { AccountWorld } from '@/utils/account/ports';
import { lock, signOut } from '@/utils/account/session';
import { say } from '@/utils/i18n/say';
import { LockAfter } from '@/utils/pages/account/LockAfter';
import { SignInForm } from '@/utils/pages/account/SignInForm';
import { Button } from '@/utils/ui/Button';
import { Changeable } from './Changeable';
import { Section } from './Section';

/** What concerns this browser alone. It names no other account: who else is here is their own business. */
export function BrowserSection({ world }: { readonly world: AccountWorld }) {
  return (
    <Section title={say('account.browser')}>
      <LockAfter db={world.db} />
      <div className="actions">
        <Button onPress={() => void lock(world)}>{say('account.lockNow')}</Button>
        <Button onPress={() => void signOut(world)}>{say('account.signOut')}</Button>
      </div>
      <Changeable
        label={say('account.another')}
        value={say('account.anotherMeaning')}
        verb={say('account.signInAnother')}
        form={(_, back) => <SignInForm world={world} others={back} />}
      />
    </Section>
  );
}
