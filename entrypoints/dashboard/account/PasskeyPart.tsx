import { FingerprintPatternIcon } from 'lucide-react';
import type { StoredPasskey } from '@/utils/account/account';
import { addPasskey, passkeysOf, removePasskey } from '@/utils/account/passkeys';
import { locale, say } from '@/utils/i18n/say';
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
        label={say('account.passkeys')}
        value={say('account.passkeyMeaning')}
        verb={say('account.addPasskey')}
        form={(done, back) => <AddForm world={world} session={session} done={done} back={back} />}
      />
      {passkeys.length > 0 && (
        <ul aria-label={say('account.passkeys')}>
          {passkeys.map((passkey) => (
            <Passkey key={passkey.createdAt} passkey={passkey} onRemove={() => void removePasskey(world, passkey.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Passkey({ passkey, onRemove }: { readonly passkey: StoredPasskey; readonly onRemove: () => void }) {
  const day = new Date(passkey.createdAt).toLocaleDateString(locale(), { dateStyle: 'medium' });
  const name = say('account.passkeyName', { day, browser: passkey.browser });
  return (
    <li>
      <FingerprintPatternIcon />
      <span>{name}</span>
      <Button label={say('account.passkeyRemoveNamed', { name })} onPress={onRemove}>
        {say('account.passkeyRemove')}
      </Button>
    </li>
  );
}

function AddForm({ world, done, back }: ChangeFormProps) {
  const act = async (password: string) => {
    const outcome = await addPasskey(world, passkeyDevice, password);
    if (!outcome.ok) return describeRefusal(outcome, 'unlock');
    done(say('account.passkeyAdded'));
    return null;
  };
  return <PasswordForm label={say('account.addPasskey')} verb={say('account.continue')} act={act} others={back} />;
}
