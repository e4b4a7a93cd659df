import { XIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from '@/utils/ui/Button';

export interface CardShellProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly tone?: 'good' | 'bad';
  readonly closeLabel?: string;
  readonly onClose?: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

export function CardShell({ title, icon, tone, closeLabel = 'Close', onClose, children }: CardShellProps) {
  return (
    <main className="card">
      <header>
        <h1 data-tone={tone}>
          {icon}
          <span role="status">{title}</span>
        </h1>
        {onClose && <Button kind="quiet" label={closeLabel} icon={<XIcon />} onPress={onClose} />}
      </header>
      {children}
    </main>
  );
}
