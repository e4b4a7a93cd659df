import { useSyncExternalStore } from 'react';

/** A pill is 44 px high (content/card-looks.ts), a card seven times that. */
const PILL = '(max-height: 60px)';

/** Whether the page has made this card's frame a pill: its size says so, and no message can get lost. */
export function useFolded(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PILL).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(PILL);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
