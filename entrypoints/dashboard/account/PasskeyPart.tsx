import { FingerprintPatternIcon } from 'lucide-react';
import type { StoredPasskey } from '@/utils/account/account';
import { addPasskey, passkeysOf, removePasskey } from '@/utils/account/passkeys';
import { describeRefusal } from '@/utils/pages/account/account-words';
import { passkeyDevice } from '@/utils/pages/account/PasskeyUnlock';
import { PasswordForm } from '@/utils/pages/account/PasswordForm';
import { Button } from '@/utils/ui/Button';
import { Changeable } from './Changeable';
import type { ChangeFormProps } from './change-form';
import type { OpenProps } from './OpenSections';

/** Fingerprint, face or PIN instead of the password, for unlocking alone. */
export function PasskeyPart({ world, session }: OpenProps) {
  const passkeys = passkeysOf(session.account);
  return (
    <div className="passkeys">
      <Changeable
        label="Passkeys"
        value="Unlock with fingerprint, face, PIN or security key"
        verb="Add a passkey"
        form={(done, back) => <AddForm world={world} session={session} done={done} back={back} />}
      />
      {passkeys.length > 0 && (
        <ul aria-label="Passkeys">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.createdAt} passkey={passkey} onRemove={() => void removePasskey(world, passkey.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Passkey({ passkey, onRemove }: { readonly passkey: StoredPasskey; readonly onRemove: () => void }) {
  const name = `${new Date(passkey.createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${passkey.browser}`;
  return (
    <li>
      <FingerprintPatternIcon />
      <span>{name}</span>
      <Button label={`Remove the passkey of ${name}`} onPress={onRemove}>
        Remove
      </Button>
    </li>
  );
}

function AddForm({ world, done, back }: ChangeFormProps) {
  const act = async (password: string) => {
    const outcome = await addPasskey(world, passkeyDevice, password);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    done('The passkey is added. It unlocks this account on this browser.');
    return null;
  };
  return <PasswordForm label="Add a passkey" verb="Continue" act={act} others={back} />;
}
