import { useEffect, useState } from 'react';

const TICK_MS = 250;

/** Counts down to zero; the clock decides, not the number of ticks. */
export function useCountdown(): { readonly leftMs: number; readonly start: (ms: number) => void } {
  const [until, setUntil] = useState(0);
  const [leftMs, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, until - Date.now());
      setLeft(left);
      if (left === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  const start = (ms: number) => {
    setLeft(ms);
    setUntil(ms > 0 ? Date.now() + ms : 0);
  };
  return { leftMs, start };
}
