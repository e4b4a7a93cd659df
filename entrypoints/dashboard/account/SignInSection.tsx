import { usePasskeySupport } from '@/utils/pages/account/use-passkeys';
import { Changeable } from './Changeable';
import { EmailForm } from './EmailForm';
import type { OpenProps } from './OpenSections';
import { PasskeyPart } from './PasskeyPart';
import { PasswordChangeForm } from './PasswordChangeForm';
import { Section } from './Section';

export function SignInSection({ world, session }: OpenProps) {
  const canUsePasskeys = usePasskeySupport();
  return (
    <Section title="Sign-in">
      <Changeable
        label="E-mail"
        value={<bdi>{session.email}</bdi>}
        verb="Change e-mail"
        form={(done, back) => <EmailForm world={world} session={session} done={done} back={back} />}
      />
      <Changeable
        label="Password"
        value="Asked again before whatever matters"
        verb="Change password"
        form={(done, back) => <PasswordChangeForm world={world} session={session} done={done} back={back} />}
      />
      {canUsePasskeys && <PasskeyPart world={world} session={session} />}
    </Section>
  );
}
