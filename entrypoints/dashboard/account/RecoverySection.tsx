import { renewRecoveryCode } from '@/utils/account/change-secrets';
import { locale, say } from '@/utils/i18n/say';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { PasswordForm } from '@/utils/pages/account/PasswordForm';
import { Changeable } from './Changeable';
import type { OpenSectionsProps } from './OpenSections';
import { Section } from './Section';

/** The code itself is shown once, in place of the whole tab. */
export function RecoverySection({ world, session: { account }, onCode }: OpenSectionsProps) {
  const act = async (password: string) => {
    const outcome = await renewRecoveryCode(world, password);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    onCode({ accountId: account.id, recoveryCode: outcome.recoveryCode });
    return null;
  };
  const at = account.recoveryConfirmedAt;
  return (
    <Section title={say('account.recovery')}>
      <p>{say('account.recoveryMeaning')}</p>
      <Changeable
        label={say('account.recoveryCode')}
        value={
          at === null ? (
            <strong className="refusal">{say('account.codeUnconfirmed')}</strong>
          ) : (
            say('account.codeNoted', { day: new Date(at).toLocaleDateString(locale(), { dateStyle: 'medium' }) })
          )
        }
        verb={say('account.newCode')}
        form={(_, back) => (
          <>
            <p>{say('account.codeStops')}</p>
            <PasswordForm label={say('account.newCode')} verb={say('account.makeCode')} act={act} others={back} />
          </>
        )}
      />
    </Section>
  );
}
