import { MinusIcon, XIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { say } from '@/utils/i18n/say';
import { Button } from '@/utils/ui/Button';
import { CardMenu, type MenuItem } from './CardMenu';
import type { Ground } from './grounds';
import type { useMove } from './use-move';

/** What a card has whatever it shows. */
export interface Frame {
  readonly move: ReturnType<typeof useMove>;
  readonly menu: readonly MenuItem[];
  readonly onFold: (event: MouseEvent) => void;
  readonly onClose: (event: MouseEvent) => void;
}

export interface CardShellProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly tone?: 'good' | 'bad';
  readonly ground?: Ground;
  readonly closeLabel?: string;
  /** Absent on a card that is about to leave. */
  readonly frame?: Frame;
  readonly children: ReactNode;
}

export function CardShell({ title, icon, tone, ground, closeLabel, frame, children }: CardShellProps) {
  return (
    <main className="card" data-ground={ground}>
      <header {...frame?.move.drag}>
        {frame && (
          <button
            type="button"
            className="grip"
            aria-label={say('card.move')}
            title={say('card.move')}
            onKeyDown={frame.move.onKeyDown}
          />
        )}
        <h1 data-tone={tone}>
          {icon}
          <span role="status">{title}</span>
        </h1>
        {frame && (
          <>
            {frame.menu.length > 0 && <CardMenu items={frame.menu} />}
            <Button kind="quiet" label={say('card.fold')} icon={<MinusIcon />} onPress={frame.onFold} />
            <Button kind="quiet" label={closeLabel ?? say('card.close')} icon={<XIcon />} onPress={frame.onClose} />
            <span className="unseen" role="status">
              {frame.move.corner && say(`card.at-${frame.move.corner}`)}
            </span>
          </>
        )}
      </header>
      {children}
    </main>
  );
}
