import type { CSSProperties } from 'react';
import { toPercent } from './describe-job';

export interface ProgressBarProps {
  /** 0–1; anything else is brought into that range. */
  readonly fraction: number;
  readonly label: string;
}

export function ProgressBar({ fraction, label }: ProgressBarProps) {
  const percent = toPercent(fraction);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <span style={{ '--filled': percent / 100 } as CSSProperties} />
    </div>
  );
}
