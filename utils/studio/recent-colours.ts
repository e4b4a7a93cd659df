/** Colours that were chosen lately, newest first. Stored rows pass through `parseRecent`. Pure. */
import { type Colour, isColour } from './edits';

/** A row of them beside each other. */
const MOST = 8;

/** Whatever is no colour is left out; never throws. */
export function parseRecent(value: unknown): readonly Colour[] {
  return Array.isArray(value) ? value.filter(isColour).slice(0, MOST) : [];
}

/** Each one once. */
export function withRecent(recent: readonly Colour[], colour: Colour): readonly Colour[] {
  return [colour, ...recent.filter((other) => other.toLowerCase() !== colour.toLowerCase())].slice(0, MOST);
}
