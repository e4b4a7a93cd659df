import { useCallback, useState } from 'react';
import type { CardPort } from './background-port';

/** Cancel says at once that it was heard; if the background was not reached, the button comes back. */
export function useCancel(port: CardPort) {
  const [cancelling, setCancelling] = useState(false);
  const cancel = useCallback(() => {
    setCancelling(true);
    port.cancel().catch(() => setCancelling(false));
  }, [port]);
  return { cancelling, cancel };
}
