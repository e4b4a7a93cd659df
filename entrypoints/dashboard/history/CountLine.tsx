import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { countCutouts } from './cutout-words';

export interface CountLineProps {
  readonly found: number;
  readonly all: number;
  /** So many have their names. */
  readonly opened: number;
  readonly onShowAll: () => void;
}

/** How many there are, and what to do where there are none. */
export function CountLine({ found, all, opened, onShowAll }: CountLineProps) {
  if (all === 0) {
    return (
      <div className="nothing">
        <h2>{say('history.none')}</h2>
        <p className="soft">{say('history.noneHow')}</p>
      </div>
    );
  }
  const cutouts = found === all ? countCutouts(all) : say('history.foundOf', { found, count: all });
  return (
    <div className="count-line">
      <p className="soft" role="status">
        {opened < all ? say('history.openingNames', { cutouts, opened }) : cutouts}
      </p>
      {found === 0 && (
        <div className="nothing">
          <h2>{say('history.nothingFits')}</h2>
          <Button onPress={onShowAll}>{say('history.showAllCutouts')}</Button>
        </div>
      )}
    </div>
  );
}
