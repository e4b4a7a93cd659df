import type { AccountWorld } from '@/utils/account/ports';
import { lock, signOut } from '@/utils/account/session';
import { LockAfter } from '@/utils/pages/account/LockAfter';
import { SignInForm } from '@/utils/pages/account/SignInForm';
import { Button } from '@/utils/ui/Button';
import { Changeable } from './Changeable';
import { Section } from './Section';

/** What concerns this browser alone. It names no other account: who else is here is their own business. */
export function BrowserSection({ world }: { readonly world: AccountWorld }) {
  return (
    <Section title="This browser">
      <LockAfter db={world.db} />
      <div className="actions">
        <Button onPress={() => void lock(world)}>Lock now</Button>
        <Button onPress={() => void signOut(world)}>Sign out</Button>
      </div>
      <Changeable
        label="Another account"
        value="This one stays here, locked"
        verb="Sign in as another"
        form={(_, back) => <SignInForm world={world} others={back} />}
      />
    </Section>
  );
}
