/**
 * Names and hosts of many cutouts. Thousands of sealed ones take seconds, so they are opened a few at a time, the
 * newest first, and what is open stays open in memory for as long as its owner is looked at.
 */
import type { KeySession } from '../account/ports';
import type { HistoryEntry } from '../db';
import { type EntryDetails, readDetails } from './details';
import { foldedWords } from './search';

/** `folded` is what a search compares. */
export type Opened =
  | { readonly state: 'open'; readonly details: EntryDetails; readonly folded: string }
  | { readonly state: 'damaged' };

export interface Opener {
  readonly keys: Pick<KeySession, 'get'>;
  /** Lets the browser paint and answer; resolves in a task of its own. */
  pause(): Promise<void>;
  /** Monotonic, ms. */
  now(): number;
}

/** Together: enough to keep the browser's crypto threads busy. */
const WAVE = 24;
/** Work between two pauses, ms: with the wave that may follow it stays below a long task's 50. */
const SLICE_MS = 12;
/** What is open is told so often, ms: each time whoever shows it sorts through all of it. */
const TELL_MS = 400;

/**
 * Opens what `known` does not have yet, into it. Stops early when the account is locked meanwhile.
 * @param tell called now and then, and at the end
 */
export async function openDetails(
  { keys, pause, now }: Opener,
  entries: readonly HistoryEntry[],
  known: Map<string, Opened>,
  { tell, signal }: { readonly tell: () => void; readonly signal: AbortSignal },
): Promise<void> {
  const missing = entries.filter(({ id }) => !known.has(id));
  const held = await holdKey(keys, missing);
  // What is in sight comes first, and is told at once.
  let [paused, told] = [now(), Number.NEGATIVE_INFINITY];
  for (let at = 0; at < missing.length && !signal.aborted; at += WAVE) {
    const opened = await Promise.all(
      missing.slice(at, at + WAVE).map(async (entry) => [entry.id, await open(held, entry)] as const),
    );
    if (signal.aborted || opened.some(([, each]) => each === null)) return;
    for (const [id, each] of opened) if (each) known.set(id, each);
    if (now() - told >= TELL_MS) {
      tell();
      told = now();
    }
    if (now() - paused >= SLICE_MS) {
      await pause();
      paused = now();
    }
  }
  if (!signal.aborted) tell();
}

/** Asked once and not for each entry: asking is a message to the browser. */
async function holdKey(keys: Opener['keys'], entries: readonly HistoryEntry[]): Promise<Opener['keys']> {
  const owner = entries.find(({ details }) => details instanceof Uint8Array)?.owner;
  const key = owner === undefined ? null : await keys.get(owner);
  return { get: async (id) => (id === owner ? key : null) };
}

/** Null while it is locked. */
async function open(keys: Opener['keys'], entry: HistoryEntry): Promise<Opened | null> {
  const read = await readDetails(keys, entry);
  if (read.state === 'locked') return null;
  return read.state === 'open' ? { ...read, folded: foldedWords(read.details) } : { state: 'damaged' };
}
