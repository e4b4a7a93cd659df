import { locale, say } from '@/utils/i18n/say';
import type { Bar } from '@/utils/statistics/summary';
import { describePeriod } from './statistics-words';

/** Newest first; periods in which nothing happened are left out. */
export function BarTable({ bars }: { readonly bars: readonly Bar[] }) {
  const shown = bars.filter(({ done, undone }) => done + undone > 0).reverse();
  if (shown.length === 0) return <p className="soft">{say('statistics.nothingCounted')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('statistics.when')}</th>
          <th scope="col">{say('statistics.cutouts')}</th>
          <th scope="col">{say('statistics.undone')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ period, done, undone }) => (
          <tr key={period}>
            <th scope="row">{describePeriod(period)}</th>
            <td>{done.toLocaleString(locale())}</td>
            <td>{undone.toLocaleString(locale())}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
