/** What history keeps of a job that gave a cutout. Pure. */
import { costOf } from '../credits/plans';
import type { HistoryEntry } from '../db';
import type { EntryDetails } from '../history/details';
import type { Job, Outcome } from './job';

/** Of a job that has not ended: its end forgets the addresses. */
export function detailsOf({ name, origin: { kind, host, url } }: Job): EntryDetails {
  return { name, kind, host, url };
}

/** What an entry says of how its cutout came out. */
export function outcomeOf(outcome: Outcome, quality: Job['quality'], bytes: number) {
  const { width, height, reducedFrom, reducedBy, backend, ms } = outcome;
  const reduced = { ...(reducedFrom && { reducedFrom }), ...(reducedBy && { reducedBy }) };
  return { width, height, bytes, ...reduced, made: { quality, backend, ms, credits: costOf(outcome) } };
}

export interface Kept extends Pick<HistoryEntry, 'owner' | 'details'> {
  /** Of the cutout's file. */
  readonly bytes: number;
  /** Epoch ms. */
  readonly createdAt: number;
}

export function entryOf(
  { id, quality }: Job,
  outcome: Outcome,
  { owner, details, bytes, createdAt }: Kept,
): HistoryEntry {
  return { id, owner, details, createdAt, ...outcomeOf(outcome, quality, bytes) };
}
