/** Against clickjacking: a press counts only if a person made it, and had the time to see what is being pressed. */

/** Below this nobody reacts to what has just appeared; the press was meant for something else. */
export const SETTLE_MS = 300;

export interface Press {
  readonly isTrusted: boolean;
  /** Same clock as `shownAt`: ms since the document began. */
  readonly timeStamp: number;
}

export function isDeliberate(press: Press, shownAt: number): boolean {
  return press.isTrusted && press.timeStamp - shownAt >= SETTLE_MS;
}
