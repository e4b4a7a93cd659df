/**
 * What background knows only as long as it lives: which cards have shown a sign of life, and failures that a full disk kept
 * out of the database. Losing either costs a sentence, never a picture.
 */
import type { Job } from '@/utils/jobs/job';

export interface Notes {
  readonly liveCards: Set<string>;
  readonly unsaved: Map<string, Job>;
  /** As written at the click, for when the row cannot be read again. */
  readonly started: Map<string, Job>;
}

export function createNotes(): Notes {
  return { liveCards: new Set(), unsaved: new Map(), started: new Map() };
}
