import { useEffect, useState } from 'react';
import { canUsePasskeys } from '@/utils/browser/passkey-device';

/** Whether this browser can keep secrets in passkeys; false until it has said so. */
export function usePasskeySupport(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    void canUsePasskeys().then(setCan, () => undefined);
  }, []);
  return can;
}
