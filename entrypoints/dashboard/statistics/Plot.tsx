/** Cutouts per day or month as bars, and the same numbers as a table. */

import { useState } from 'react';
import { say } from '@/utils/i18n/say';
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
  {
    id: 'days',
    name: () => say('statistics.days', { days: 30 }),
    barsOf: (days: readonly StoredDay[], today: string) => dayBars(days, today, 30),
  },
  {
    id: 'months',
    name: () => say('statistics.months', { months: 12 }),
    barsOf: (days: readonly StoredDay[], today: string) => monthBars(days, today, 12),
  },
] as const;

export function Plot({ days, today }: PlotProps) {
  const [span, setSpan] = useState<(typeof SPANS)[number]>(SPANS[0]);
  const bars = span.barsOf(days, today);
  return (
    <div className="plot">
      <fieldset className="spans">
        <legend className="unseen">{say('statistics.timeShown')}</legend>
        {SPANS.map((each) => (
          <label key={each.id}>
            <input type="radio" name="span" checked={each === span} onChange={() => setSpan(each)} />
            {each.name()}
          </label>
        ))}
      </fieldset>
      <Bars bars={bars} />
      <details>
        <summary>{say('statistics.table')}</summary>
        <BarTable bars={bars} />
      </details>
    </div>
  );
}
