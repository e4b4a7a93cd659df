import { locale, say } from '@/utils/i18n/say';
import type { Totals } from '@/utils/statistics/summary';
import { RUNG_WORDS } from '@/utils/ui/describe-settings';
import { describeShare } from './statistics-words';

export function TotalsList({ totals }: { readonly totals: Totals }) {
  const { done, failed, cancelled, visits, median, shares } = totals;
  const rows: readonly (readonly [string, string])[] = [
    [say('statistics.cutouts'), done.toLocaleString(locale())],
    [say('statistics.failed'), failed.toLocaleString(locale())],
    [say('statistics.cancelled'), cancelled.toLocaleString(locale())],
    [say('statistics.opened'), visits.toLocaleString(locale())],
    [say('statistics.usualTime'), median ? say(`statistics.took-${median}`) : '–'],
    ...shares.map(({ backend, share }) => [RUNG_WORDS[backend], describeShare(share)] as const),
  ];
  return (
    <dl className="totals" aria-label={say('statistics.totals')}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
