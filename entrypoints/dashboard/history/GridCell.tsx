// biome-ignore-all lint/a11y/useSemanticElements: a table lays out its own rows, and those of a virtual list are placed

import { CheckIcon, CircleAlertIcon, PinIcon } from 'lucide-react';
import { memo } from 'react';
import { blobOf } from '@/utils/history/read-picture';
import { locale, say } from '@/utils/i18n/say';
import { useObjectUrl } from '@/utils/ui/use-object-url';
import type { Cutout } from './cutout';
import { describePlace } from './cutout-words';
import { type Previews, usePreview } from './previews';

export interface GridCellProps {
  readonly cutout: Cutout;
  readonly previews: Previews;
  readonly column: number;
  readonly isSelected: boolean;
  /** Of the whole grid, one cell is in the order of the tab key. */
  readonly isTabStop: boolean;
}

/**
 * Clicks and keys are the grid's. As few elements as can be: 5,000 cells that were scrolled by are cleared away in one task,
 * which took 53 ms when each had an icon that nobody saw.
 */
export const GridCell = memo(function GridCell({ cutout, previews, column, isSelected, isTabStop }: GridCellProps) {
  const { id, name, opened, isPinned, entry } = cutout;
  const place = opened?.state === 'open' ? describePlace(opened.details) : '';
  const time = new Date(entry.createdAt).toLocaleTimeString(locale(), { timeStyle: 'short' });
  const marks = [isPinned && say('history.pinned'), entry.reducedFrom && say('history.previewSpoken')];
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      aria-selected={isSelected}
      aria-label={[name, place, time, ...marks].filter(Boolean).join(', ')}
      tabIndex={isTabStop ? 0 : -1}
      className="cell"
      data-id={id}
      title={name}
    >
      <div className="cell-picture checkerboard">
        <Preview id={id} previews={previews} />
        <span className="tick" data-tick>
          {isSelected && <CheckIcon />}
        </span>
        {(isPinned || entry.reducedFrom) && (
          <span className="marks">
            {isPinned && <PinIcon />}
            {entry.reducedFrom && <span className="chip">{say('history.preview')}</span>}
          </span>
        )}
      </div>
      <span className="name">
        <bdi>{name}</bdi>
      </span>
      <span className="soft">{place || time}</span>
    </div>
  );
});

function Preview({ id, previews }: Pick<GridCellProps, 'previews'> & { readonly id: string }) {
  const picture = usePreview(previews, id);
  const url = useObjectUrl(picture && blobOf(picture));
  if (picture && picture.state !== 'open') return <CircleAlertIcon />;
  return url && <img src={url} alt="" decoding="async" draggable={false} />;
}
