/** What went wrong here lately, for whoever asks support: codes and numbers, no address, no name, no pixel. Pure. */
import type { ErrorCode } from '../errors';

export interface StoredDiagnosis {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly code: ErrorCode;
  /** Redacted before it is stored. */
  readonly detail: string;
}
