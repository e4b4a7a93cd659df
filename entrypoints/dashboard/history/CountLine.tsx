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
        <h2>No cutouts yet</h2>
        <p className="soft">
          Right-click a picture on any page, or paste one into Matte’s popup. Its cutout appears here.
        </p>
      </div>
    );
  }
  return (
    <div className="count-line">
      <p className="soft" role="status">
        {found === all ? countCutouts(all) : `${found.toLocaleString()} of ${countCutouts(all)}`}
        {opened < all && ` · opening names: ${opened.toLocaleString()}`}
      </p>
      {found === 0 && (
        <div className="nothing">
          <h2>Nothing fits</h2>
          <Button onPress={onShowAll}>Show all cutouts</Button>
        </div>
      )}
    </div>
  );
}
