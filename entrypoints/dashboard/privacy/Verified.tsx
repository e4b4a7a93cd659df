import { type Opened, verifyIdentity } from '@/utils/account/guess';
import type { AccountWorld } from '@/utils/account/ports';
import { AccountForm } from '@/utils/pages/account/AccountForm';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { PasswordForm } from '@/utils/pages/account/PasswordForm';
import { ConfirmCancel, ConfirmDialog } from '@/utils/ui/ConfirmDialog';

export interface VerifiedProps {
  readonly world: AccountWorld;
  readonly isGuest: boolean;
  readonly title: string;
  readonly description: string;
  readonly verb: string;
  readonly onClose: () => void;
  /** With the account as its password opened it; null for a guest. */
  readonly onVerified: (opened: Opened | null) => Promise<void>;
}

/** Asks once more: an account for its password, a guest for a click. */
export function Verified(props: VerifiedProps) {
  const { title, description, onClose } = props;
  return (
    <ConfirmDialog title={title} description={<p>{description}</p>} onClose={onClose}>
      {props.isGuest ? <GuestAnswer {...props} /> : <AccountAnswer {...props} />}
    </ConfirmDialog>
  );
}

function AccountAnswer({ world, title, verb, onVerified }: VerifiedProps) {
  const act = async (password: string) => {
    const outcome = await verifyIdentity(world, password);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    await onVerified(outcome);
    return null;
  };
  return <PasswordForm label={title} verb={verb} act={act} others={<ConfirmCancel />} />;
}

function GuestAnswer({ title, verb, onVerified }: VerifiedProps) {
  const act = async () => {
    await onVerified(null);
    return null;
  };
  return (
    <AccountForm label={title} verb={verb} act={act} others={<ConfirmCancel />}>
      {null}
    </AccountForm>
  );
}
