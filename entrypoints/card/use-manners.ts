import { useEffect, useState } from 'react';
import type { CardManners } from '@/utils/messaging';
import { DEFAULTS } from '@/utils/settings/settings';
import type { CardPort } from './background-port';

const UNGREETED: CardManners = { ...DEFAULTS, host: '' };

/** How the card is to behave; null until background has answered, and until then nothing is copied. */
export function useManners(port: CardPort): CardManners | null {
  const [manners, setManners] = useState<CardManners | null>(null);
  useEffect(() => {
    port.greet().then(
      (answer) => setManners(answer ?? UNGREETED),
      () => setManners(UNGREETED),
    );
  }, [port]);
  return manners;
}
