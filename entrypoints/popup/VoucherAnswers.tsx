import { CheckIcon, CircleAlertIcon, TicketIcon } from 'lucide-react';
import { say } from '@/utils/i18n/say';
import type { Busy } from './use-vouchers';
import type { VoucherAnswer } from './voucher-desk';

export interface VoucherAnswersProps {
  readonly answers: readonly VoucherAnswer[];
  readonly busy: Busy;
}

const ICONS = { offer: <TicketIcon />, redeemed: <CheckIcon />, refused: <CircleAlertIcon /> };

/** Always there, also empty: screen readers only hear what changes in a region that they know. */
export function VoucherAnswers({ answers, busy }: VoucherAnswersProps) {
  return (
    <div className="answers" role="status" aria-busy={busy !== null}>
      {busy === 'reading' && <p className="soft">{say('vouchers.reading')}</p>}
      <ul>
        {answers.map(({ kind, about, sentence, code }) => (
          <li key={`${kind} ${code ?? about} ${sentence}`} data-kind={kind}>
            {ICONS[kind]}
            <p>
              {about && (
                <strong>
                  <bdi>{about}</bdi>
                </strong>
              )}
              <bdi>{sentence}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
