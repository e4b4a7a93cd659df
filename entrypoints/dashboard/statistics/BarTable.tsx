import type { Bar } from '@/utils/statistics/summary';
import { describePeriod } from './statistics-words';

/** Newest first; periods in which nothing happened are left out. */
export function BarTable({ bars }: { readonly bars: readonly Bar[] }) {
  const shown = bars.filter(({ done, undone }) => done + undone > 0).reverse();
  if (shown.length === 0) return <p className="soft">Nothing was counted in this time.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Cutouts</th>
          <th scope="col">Failed or cancelled</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ period, done, undone }) => (
          <tr key={period}>
            <th scope="row">{describePeriod(period)}</th>
            <td>{done}</td>
            <td>{undone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
