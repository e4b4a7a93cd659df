import { LockIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { GRID_SIZE } from './read-stored';

export interface LockedHistoryProps {
  /** How many cutouts there are to see. */
  readonly count: number;
  readonly onUnlock: () => void;
}

/** What is there, and nothing of what it is: neither pictures nor names. */
export function LockedHistory({ count, onUnlock }: LockedHistoryProps) {
  if (count === 0) return null;
  const places = Array.from({ length: Math.min(count, GRID_SIZE) }, (_, place) => place);
  return (
    <section aria-labelledby="locked-title">
      <h2 id="locked-title">{say('popup.earlier')}</h2>
      <ul className="thumbs" aria-label={say('popup.lockedCutouts')}>
        {places.map((place) => (
          <li key={place} className="thumb" data-locked>
            <LockIcon />
          </li>
        ))}
      </ul>
      <Button onPress={onUnlock}>{say('popup.unlockToSee')}</Button>
    </section>
  );
}
