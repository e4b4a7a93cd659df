import { useEffect, useRef } from 'react';
import { downloadFile } from '@/utils/browser/download';
import { HOLDINGS } from '@/utils/privacy/holdings';
import { type Receipt, receiptText, receiptTitle } from '@/utils/privacy/receipt';
import { Button } from '@/utils/ui/Button';

export interface ReceiptViewProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** What was deleted, counted; it has the focus, for the button that led here may be gone. */
export function ReceiptView({ receipt, onClose }: ReceiptViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const when = new Date(receipt.at).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'medium' });
  const save = () => {
    downloadFile(new Blob([receiptText(receipt, when)], { type: 'text/plain' }), 'matte-receipt.txt');
  };
  return (
    <section className="receipt" aria-label="Receipt">
      <h2 ref={heading} tabIndex={-1}>
        {receiptTitle(receipt)}
      </h2>
      <p>Counted in the database before, and read again after. {when}</p>
      <div className="holdings-frame">
        <table className="holdings">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {receipt.lines.map(({ table, before, after }) => (
              <tr key={table}>
                <th scope="row">{HOLDINGS[table].label}</th>
                <td>{before.toLocaleString()}</td>
                <td>{after.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {receipt.remainders.length > 0 && <h3>What remains</h3>}
      <ul>
        {receipt.remainders.map(({ what, count, why }) => (
          <li key={what}>
            {count.toLocaleString()} × {what}. {why}
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button onPress={save}>Save receipt</Button>
        <Button onPress={onClose}>Close</Button>
      </div>
    </section>
  );
}
