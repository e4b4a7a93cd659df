import type { MouseEvent } from 'react';
import { Button } from '@/utils/ui/Button';
import { Checkerboard } from '@/utils/ui/Checkerboard';
import { type JobWords, toPercent } from '@/utils/ui/describe-job';
import { ProgressBar } from '@/utils/ui/ProgressBar';
import { CardShell } from './CardShell';

export interface WorkingViewProps {
  readonly words: JobWords;
  readonly fraction: number;
  readonly canCancel: boolean;
  readonly cancelling: boolean;
  readonly onCancel: (event: MouseEvent) => void;
  readonly onClose: (event: MouseEvent) => void;
}

export function WorkingView({ words, fraction, canCancel, cancelling, onCancel, onClose }: WorkingViewProps) {
  return (
    <CardShell title={words.title} closeLabel="Hide (goes on in the background)" onClose={onClose}>
      <Checkerboard picture={null} alt="" busy />
      <div className="below">
        <div className="caption">
          <p role="status">{words.detail}</p>
          {fraction > 0 && (
            <span className="soft percent" aria-hidden="true" dir="ltr">
              {toPercent(fraction)} %
            </span>
          )}
        </div>
        <ProgressBar fraction={fraction} label={words.title} />
        <div className="actions">
          <Button onPress={onCancel} disabled={!canCancel || cancelling}>
            {cancelling ? 'Cancelling…' : 'Cancel'}
          </Button>
        </div>
      </div>
    </CardShell>
  );
}
