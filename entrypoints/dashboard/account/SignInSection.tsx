import { say } from '@/utils/i18n/say';
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
    <Section title={say('account.signIn')}>
      <Changeable
        label={say('account.email')}
        value={<bdi>{session.email}</bdi>}
        verb={say('account.changeEmail')}
        form={(done, back) => <EmailForm world={world} session={session} done={done} back={back} />}
      />
      <Changeable
        label={say('account.password')}
        value={say('account.passwordMeaning')}
        verb={say('account.changePassword')}
        form={(done, back) => <PasswordChangeForm world={world} session={session} done={done} back={back} />}
      />
      {canUsePasskeys && <PasskeyPart world={world} session={session} />}
    </Section>
  );
}
