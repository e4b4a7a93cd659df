/** Statements and consents, each with its date and the version of the policy it was given to. Pure. */

/** A statement, not a check: of age where the user lives, or with the consent of who has parental responsibility. */
export type Majority = 'of-age' | 'with-guardian';

/** `policy` is needed to have an account; `statistics` is optional, and refusing it changes nothing else. */
export const PURPOSES = ['policy', 'statistics'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Consent {
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly policyVersion: string;
  readonly at: number;
}

/** The last answer decides; undefined when it was never asked. */
export function lastAnswer(consents: readonly Consent[], purpose: Purpose): Consent | undefined {
  return consents.findLast((consent) => consent.purpose === purpose);
}

/** Agreed, and to this very text: an older yes rests until it is given again. */
export function agreesTo(consents: readonly Consent[], purpose: Purpose, policyVersion: string): boolean {
  const last = lastAnswer(consents, purpose);
  return last?.given === true && last.policyVersion === policyVersion;
}

/** Whether the policy has to be shown again: its text is not the one that was agreed to. */
export function mustAskAgain(consents: readonly Consent[], policyVersion: string): boolean {
  return !agreesTo(consents, 'policy', policyVersion);
}

/** Answers from whatever lies there: what is not exactly one is as if it had never been given; never throws. */
export function parseConsents(stored: unknown): Consent[] {
  return Array.isArray(stored) ? stored.flatMap(parseConsent) : [];
}

function parseConsent(value: unknown): Consent[] {
  if (typeof value !== 'object' || value === null) return [];
  const { purpose, given, policyVersion, at } = value as Readonly<Record<string, unknown>>;
  const known = PURPOSES.find((each) => each === purpose);
  if (!known || typeof given !== 'boolean' || typeof policyVersion !== 'string') return [];
  return typeof at === 'number' && Number.isFinite(at) ? [{ purpose: known, given, policyVersion, at }] : [];
}
