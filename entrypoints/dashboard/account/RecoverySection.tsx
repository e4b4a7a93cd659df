import { renewRecoveryCode } from '@/utils/account/change-secrets';
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
    <Section title="Recovery">
      <p>Nobody can reset your password. If you forget it, only the recovery code opens your cutouts.</p>
      <Changeable
        label="Recovery code"
        value={
          at === null ? (
            <strong className="refusal">Not confirmed. Make a new one and note it.</strong>
          ) : (
            `Noted on ${new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })}`
          )
        }
        verb="New recovery code"
        form={(_, back) => (
          <>
            <p>The code you have now stops working.</p>
            <PasswordForm label="New recovery code" verb="Make new code" act={act} others={back} />
          </>
        )}
      />
    </Section>
  );
}
