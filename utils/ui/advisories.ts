/**
 * What users have to know about a version they have: a fault that cost data, or a hole that was closed. The list comes with
 * an update, for Matte asks no server. Pure.
 */
import type { MessageKey } from '../i18n/say';

export interface Advisory {
  /** Never used twice: what was dismissed stays dismissed. */
  readonly id: string;
  /** Who has this version or a later one is told, like `1.2.0`. */
  readonly from: string;
  readonly sentence: MessageKey;
  /** What to do now. */
  readonly advice: MessageKey;
}

/** Empty: nothing to tell. docs/incident.md says how one comes to be here. */
export const ADVISORIES: readonly Advisory[] = [];

/** In the order of the list. */
export function unreadAdvisories(
  advisories: readonly Advisory[],
  { version, dismissed }: { readonly version: string; readonly dismissed: readonly string[] },
): readonly Advisory[] {
  return advisories.filter(({ id, from }) => !dismissed.includes(id) && isAtLeast(version, from));
}

/** Ids from whatever lies in the settings; never throws. */
export function parseDismissed(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

function isAtLeast(version: string, from: string): boolean {
  return version.localeCompare(from, 'en', { numeric: true }) >= 0;
}
