import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { seatedAccount } from '@/utils/account/account-store';
import type { AccountWorld } from '@/utils/account/ports';
import { readSession, type Session } from '@/utils/account/session';
import { onKeysChanged } from '@/utils/browser/session-keys';
import { faultOf, noteFault } from '@/utils/diagnostics/log';

/** Who is here, as it changes in whatever window; undefined until known. */
export function useSession(world: AccountWorld): Session | undefined {
  const account = useLiveQuery(async () => (await seatedAccount(world.db)) ?? null, [world]);
  const [turn, setTurn] = useState(0);
  const [session, setSession] = useState<Session>();
  useEffect(() => onKeysChanged(() => setTurn((last) => last + 1)), []);
  // A turn is a change of the keys, which are then read anew.
  useEffect(() => {
    if (account === undefined) return;
    let isStale = false;
    const damaged: Session = account ? { state: 'locked', account } : { state: 'guest' };
    void readSession(world)
      .catch((thrown) => {
        void noteFault(world, faultOf(thrown));
        return damaged; // unlocking says what is wrong
      })
      .then((read) => !isStale && setSession(read));
    return () => {
      isStale = true;
    };
  }, [world, account, turn]);
  return session;
}
