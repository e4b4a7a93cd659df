import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import { readBelongings } from '@/utils/privacy/belongings';
import { HOLDINGS } from '@/utils/privacy/holdings';
import type { Subject } from '@/utils/privacy/subject';
import { type Stock, takeStock } from '@/utils/privacy/take-stock';
import { describeBytes } from './privacy-words';

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
              <th scope="col">What</th>
              <th scope="col">How many</th>
              <th scope="col">Size</th>
              <th scope="col">Oldest</th>
              <th scope="col">Kept</th>
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
              <th scope="row">Together</th>
              <td />
              <td>{describeBytes(total)}</td>
              <td colSpan={2} className="soft">
                Pictures exactly, the rest estimated
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {empty.length > 0 && (
        <p className="soft">Nothing of: {empty.map(({ table }) => HOLDINGS[table].label).join(', ')}.</p>
      )}
    </>
  );
}

function Row({ table, count, bytes, oldest }: Stock) {
  const { label, about, kept } = HOLDINGS[table];
  return (
    <tr>
      <th scope="row">
        {label}
        <span className="soft">{about}</span>
      </th>
      <td>{count.toLocaleString()}</td>
      <td>{describeBytes(bytes)}</td>
      <td>{oldest === null ? '–' : new Date(oldest).toLocaleDateString(undefined, { dateStyle: 'medium' })}</td>
      <td>{kept}</td>
    </tr>
  );
}
