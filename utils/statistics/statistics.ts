/** What is counted of one's own use, by who agreed to it: numbers of a day, never an address or a pixel. Pure. */

export interface StoredDay {
  /** An account's id, or `guest`. */
  readonly owner: string;
  /** Local calendar day, `2026-11-22`. */
  readonly day: string;
  /** What happened how often on it. */
  readonly counts: Readonly<Record<string, number>>;
}
