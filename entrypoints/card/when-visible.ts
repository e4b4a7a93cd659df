/** Runs once as soon as somebody can see the card: now, or when its tab comes to the front. @returns the way to call it off. */
export function whenVisible(act: () => void): () => void {
  const stop = new AbortController();
  const actOnce = () => {
    if (document.visibilityState !== 'visible') return;
    stop.abort();
    act();
  };
  document.addEventListener('visibilitychange', actOnce, { signal: stop.signal });
  actOnce();
  return () => stop.abort();
}
