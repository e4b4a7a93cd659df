// biome-ignore-all lint/a11y/useSemanticElements: a table lays out its own rows, and those of a virtual list are placed
// biome-ignore-all lint/a11y/useFocusableInteractive: of a grid, the cells have the focus
import { locale } from '@/utils/i18n/say';
import { describeDay } from '@/utils/ui/describe-day';
import type { Cutout } from './cutout';
import { GridCell } from './GridCell';
import type { GridRow } from './grid-rows';
import type { Previews } from './previews';

export interface GridLineProps {
  readonly row: GridRow<Cutout>;
  readonly index: number;
  /** From the list's beginning, px. */
  readonly start: number;
  readonly today: string;
  readonly previews: Previews;
  readonly selected: ReadonlySet<string>;
  readonly tabStop: string | null;
}

/** A day's heading, or a row of its cutouts. */
export function GridLine({ row, index, start, today, previews, selected, tabStop }: GridLineProps) {
  const style = { transform: `translateY(${start}px)` };
  if (row.kind === 'day') {
    return (
      <div role="row" aria-rowindex={index + 1} className="day-row" style={style}>
        <div role="rowheader">
          <h3>{describeDay(row.day, today)}</h3>
          <span className="soft">{row.count.toLocaleString(locale())}</span>
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={index + 1} className="cells" style={style}>
      {row.items.map((cutout, column) => (
        <GridCell
          key={cutout.id}
          cutout={cutout}
          previews={previews}
          column={column + 1}
          isSelected={selected.has(cutout.id)}
          isTabStop={cutout.id === tabStop}
        />
      ))}
    </div>
  );
}
