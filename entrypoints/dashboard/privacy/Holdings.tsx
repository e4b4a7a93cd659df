import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import { locale, say } from '@/utils/i18n/say';
import { readBelongings } from '@/utils/privacy/belongings';
import { describeHolding, labelOf } from '@/utils/privacy/holding-words';
import type { Subject } from '@/utils/privacy/subject';
import { type Stock, takeStock } from '@/utils/privacy/take-stock';
import { describeBytes, listOf } from './privacy-words';

/** Each kind of thing that lies here about whoever sits here; what there is none of is named below in one line. */
export function Holdings({ db, subject }: { readonly db: MatteDb; readonly subject: Subject }) {
  const stock = useLiveQuery(async () => takeStock(await readBelongings(db, subject)), [db, subject]);
  if (!stock) return null;
  const empty = stock.filter(({ count }) => count === 0);
  const total = stock.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <div className="holdings-frame">
        <table className="holdings">
          <thead>
            <tr>
              <th scope="col">{say('privacy.what')}</th>
              <th scope="col">{say('privacy.howMany')}</th>
              <th scope="col">{say('privacy.size')}</th>
              <th scope="col">{say('privacy.oldest')}</th>
              <th scope="col">{say('privacy.kept')}</th>
            </tr>
          </thead>
          <tbody>
            {stock
              .filter(({ count }) => count > 0)
              .map((each) => (
                <Row key={each.table} {...each} />
              ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('privacy.together')}</th>
              <td />
              <td data-number>{describeBytes(total)}</td>
              <td colSpan={2} className="soft">
                {say('privacy.estimated')}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {empty.length > 0 && (
        <p className="soft">{say('privacy.nothingOf', { labels: listOf(empty.map(({ table }) => labelOf(table))) })}</p>
      )}
    </>
  );
}

function Row({ table, count, bytes, oldest }: Stock) {
  const { label, about, kept } = describeHolding(table);
  return (
    <tr>
      <th scope="row">
        {label}
        <span className="soft">{about}</span>
      </th>
      <td data-number>{count.toLocaleString(locale())}</td>
      <td data-number>{describeBytes(bytes)}</td>
      <td data-number>
        {oldest === null ? '–' : new Date(oldest).toLocaleDateString(locale(), { dateStyle: 'medium' })}
      </td>
      <td>{kept}</td>
    </tr>
  );
}
