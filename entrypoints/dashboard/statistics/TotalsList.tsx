import type { Totals } from '@/utils/statistics/summary';
import { RUNG_WORDS } from '@/utils/ui/describe-settings';
import { BUCKET_WORDS, describeShare } from './statistics-words';

export function TotalsList({ totals }: { readonly totals: Totals }) {
  const { done, failed, cancelled, visits, median, shares } = totals;
  const rows: readonly (readonly [string, string | number])[] = [
    ['Cutouts', done],
    ['Failed', failed],
    ['Cancelled', cancelled],
    ['Matte opened', visits],
    ['Usual time', median ? BUCKET_WORDS[median] : '–'],
    ...shares.map(({ backend, share }) => [RUNG_WORDS[backend], describeShare(share)] as const),
  ];
  return (
    <dl className="totals" aria-label="Totals of 12 months">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
