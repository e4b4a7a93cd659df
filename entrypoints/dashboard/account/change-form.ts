import type { ReactNode } from 'react';
import type { OpenProps } from './OpenSections';

/** What a form inside a `Changeable` gets. */
export interface ChangeFormProps extends OpenProps {
  readonly done: (said: string) => void;
  /** The button that leaves everything as it is. */
  readonly back: ReactNode;
}
