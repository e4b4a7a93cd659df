import { useLayoutEffect, useRef } from 'react';

/** When the present screen came up (the clock restarts with each): a press within a moment of that was not meant for it. */
export function useShownAt(screen: string) {
  const shownAt = useRef(performance.now());
  useLayoutEffect(() => {
    shownAt.current = performance.now();
  }, [screen]);
  return shownAt;
}
