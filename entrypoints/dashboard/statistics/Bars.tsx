import { locale, say } from '@/utils/i18n/say';
import type { Bar } from '@/utils/statistics/summary';
import { describeBars, describePeriod } from './statistics-words';

/** Units of the drawing, which is stretched to its place; a bar and its gap take SLOT. */
const HEIGHT = 100;
const SLOT = 10;
const BAR = 7;

/** What failed stands hollow on top of what worked: told apart without colours, too. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const highest = Math.max(...bars.map(({ done, undone }) => done + undone), 1);
  const scale = HEIGHT / highest;
  return (
    <figure>
      <div className="scale soft" aria-hidden="true">
        <span>{highest.toLocaleString(locale())}</span>
        <span>0</span>
      </div>
      <svg
        className="bars"
        viewBox={`0 0 ${bars.length * SLOT} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={describeBars(bars)}
      >
        {bars.map(({ period, done, undone }, index) => (
          <g key={period} transform={`translate(${index * SLOT + (SLOT - BAR) / 2} ${HEIGHT})`}>
            <title>{say('statistics.periodCounts', { period: describePeriod(period), done, undone })}</title>
            <rect className="slot" y={-HEIGHT} width={BAR} height={HEIGHT} />
            <rect className="done" y={-done * scale} width={BAR} height={done * scale} />
            <rect className="undone" y={-(done + undone) * scale} width={BAR} height={undone * scale} />
          </g>
        ))}
      </svg>
      <figcaption className="soft">
        <span>{describePeriod(bars[0]?.period ?? '')}</span>
        <span className="legend">
          <span>
            <span className="key" data-kind="done" />
            {say('statistics.cutouts')}
          </span>
          <span>
            <span className="key" data-kind="undone" />
            {say('statistics.undone')}
          </span>
        </span>
        <span>{describePeriod(bars.at(-1)?.period ?? '')}</span>
      </figcaption>
    </figure>
  );
}
