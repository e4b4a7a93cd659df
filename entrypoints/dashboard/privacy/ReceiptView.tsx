import { useEffect, useRef } from 'react';
import { downloadFile } from '@/utils/browser/download';
import { locale, say } from '@/utils/i18n/say';
import { labelOf } from '@/utils/privacy/holding-words';
import type { Receipt } from '@/utils/privacy/receipt';
import { describeRemainder, receiptText, receiptTitle } from '@/utils/privacy/receipt-words';
import { Button } from '@/utils/ui/Button';

export interface ReceiptViewProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** What was deleted, counted; it has the focus, for the button that led here may be gone. */
export function ReceiptView({ receipt, onClose }: ReceiptViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const when = new Date(receipt.at).toLocaleString(locale(), { dateStyle: 'long', timeStyle: 'medium' });
  const save = () => {
    downloadFile(new Blob([receiptText(receipt, when)], { type: 'text/plain' }), 'matte-receipt.txt');
  };
  return (
    <section className="receipt" aria-label={say('privacy.receipt')}>
      <h2 ref={heading} tabIndex={-1}>
        {receiptTitle(receipt)}
      </h2>
      <p>{say('privacy.counted', { when })}</p>
      <div className="holdings-frame">
        <table className="holdings">
          <thead>
            <tr>
              <th scope="col">{say('privacy.what')}</th>
              <th scope="col">{say('privacy.before')}</th>
              <th scope="col">{say('privacy.after')}</th>
            </tr>
          </thead>
          <tbody>
            {receipt.lines.map(({ table, before, after }) => (
              <tr key={table}>
                <th scope="row">{labelOf(table)}</th>
                <td>{before.toLocaleString(locale())}</td>
                <td>{after.toLocaleString(locale())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {receipt.remainders.length > 0 && <h3>{say('privacy.remains')}</h3>}
      <ul>
        {receipt.remainders.map((remainder) => (
          <li key={remainder.what}>{describeRemainder(remainder)}</li>
        ))}
      </ul>
      <div className="actions">
        <Button onPress={save}>{say('privacy.saveReceipt')}</Button>
        <Button onPress={onClose}>{say('privacy.close')}</Button>
      </div>
    </section>
  );
}
