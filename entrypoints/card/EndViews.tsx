import type { MouseEvent } from 'react';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { AlertIcon } from '@/utils/ui/icons';
import { CardShell } from './CardShell';

export interface FailedViewProps {
  readonly sentence: string;
  readonly onClose: (event: MouseEvent) => void;
}

export function FailedView({ sentence, onClose }: FailedViewProps) {
  return (
    <CardShell title="That did not work" onClose={onClose}>
      <Checkerboard picture={null} alt="">
        <AlertIcon />
      </Checkerboard>
      <p className="below" role="alert">
        {sentence}
      </p>
    </CardShell>
  );
}

export function CancelledView() {
  return (
    <CardShell title="Cancelled">
      <Checkerboard picture={null} alt="" />
    </CardShell>
  );
}

export function NothingView() {
  return (
    <main className="card">
      <p className="nothing soft">Nothing to show here</p>
    </main>
  );
}
