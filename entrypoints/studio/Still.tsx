import { memo, type ReactNode } from 'react';

export interface StillProps {
  /** What happens changes nothing of what is shown here. */
  readonly isStill: boolean;
  readonly children: ReactNode;
}

/**
 * Stays as it is while `isStill`. Sixty times a second a dragged slider makes the page anew, which takes as long as the preview
 * that is waited for; most of the controls would look the same.
 */
export const Still = memo(
  ({ children }: StillProps) => children,
  // The first time it is made all the same: who makes a file of the edits has to hear that they change.
  (before, now) => before.isStill && now.isStill,
);
