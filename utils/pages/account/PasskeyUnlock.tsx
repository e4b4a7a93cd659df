import { useState } from 'react';
import { type PasskeyDevice, unlockByPasskey } from '@/utils/account/passkeys';
import type { AccountWorld } from '@/utils/account/ports';
import { isInTab, openDashboard } from '@/utils/browser/own-tab';
import { createPasskey, readPasskey } from '@/utils/browser/passkey-device';
import { codeOf } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { Button } from '@/utils/ui/Button';
import { describeRefusal } from './account-words';

export const passkeyDevice: PasskeyDevice = { create: createPasskey, read: readPasskey };

/** The button beside the password. The system's prompt would close the real popup, so from there it leads to a tab. */
export function PasskeyUnlock({ world }: { readonly world: AccountWorld }) {
  const [isBusy, setBusy] = useState(false);
  const [sentence, setSentence] = useState('');
  const unlock = async () => {
    if (!(await isInTab())) return openDashboard('account');
    const outcome = await unlockByPasskey(world, passkeyDevice);
    if (!outcome.ok) setSentence(describeRefusal(outcome, 'unlock').sentence);
  };
  const onPress = () => {
    if (isBusy) return;
    setBusy(true);
    setSentence('');
    void unlock()
      .catch((error) => setSentence(sentenceOf(codeOf(error))))
      .finally(() => setBusy(false));
  };
  return (
    <div className="passkey-unlock">
      <Button onPress={onPress}>{isBusy ? say('pages.waitingForPasskey') : say('pages.unlockWithPasskey')}</Button>
      <div role="alert" className="refusal">
        {sentence}
      </div>
    </div>
  );
}
