/** Cutouts per day or month as bars, and the same numbers as a table. */
import { useState } from 'react';
import type { StoredDay } from '@/utils/statistics/statistics';
import { dayBars, monthBars } from '@/utils/statistics/summary';
import { Bars } from './Bars';
import { BarTable } from './BarTable';

export interface PlotProps {
  readonly days: readonly StoredDay[];
  /** Local day. */
  readonly today: string;
}

const SPANS = [
  { name: '30 days', barsOf: (days: readonly StoredDay[], today: string) => dayBars(days, today, 30) },
  { name: '12 months', barsOf: (days: readonly StoredDay[], today: string) => monthBars(days, today, 12) },
] as const;

export function Plot({ days, today }: PlotProps) {
  const [span, setSpan] = useState<(typeof SPANS)[number]>(SPANS[0]);
  const bars = span.barsOf(days, today);
  return (
    <div className="plot">
      <fieldset className="spans">
        <legend className="unseen">Time shown</legend>
        {SPANS.map((each) => (
          <label key={each.name}>
            <input type="radio" name="span" checked={each === span} onChange={() => setSpan(each)} />
            {each.name}
          </label>
        ))}
      </fieldset>
      <Bars bars={bars} />
      <details>
        <summary>As a table</summary>
        <BarTable bars={bars} />
      </details>
    </div>
  );
}
