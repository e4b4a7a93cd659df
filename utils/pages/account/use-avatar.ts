import { useEffect, useState } from 'react';
import { readAvatar } from '@/utils/account/avatar';
import type { Session } from '@/utils/account/session';

/** The picture of who is here; null for none, for a locked account, and for one that does not open any more. */
export function useAvatar(session: Session): Blob | null {
  const [avatar, setAvatar] = useState<Blob | null>(null);
  useEffect(() => {
    let isStale = false;
    const reading = session.state === 'unlocked' ? readAvatar(session) : Promise.resolve(null);
    void reading.catch(() => null).then((read) => !isStale && setAvatar(read));
    return () => {
      isStale = true;
    };
  }, [session]);
  return session.state === 'unlocked' ? avatar : null;
}
