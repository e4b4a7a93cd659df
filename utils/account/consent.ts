/** Statements and consents, each with its date and the version of the policy it was given to. Pure. */

/** A statement, not a check: of age where the user lives, or with the consent of who has parental responsibility. */
export type Majority = 'of-age' | 'with-guardian';

/** `policy` is needed to have an account; `statistics` is optional, and refusing it changes nothing else. */
export type Purpose = 'policy' | 'statistics';

export interface Consent {
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly policyVersion: string;
  readonly at: number;
}

/** The last answer decides; what was never asked is refused. */
export function hasConsent(consents: readonly Consent[], purpose: Purpose): boolean {
  return consents.findLast((consent) => consent.purpose === purpose)?.given ?? false;
}

/** Whether the policy has to be shown again: its text is not the one that was agreed to. */
export function mustAskAgain(consents: readonly Consent[], policyVersion: string): boolean {
  const last = consents.findLast((consent) => consent.purpose === 'policy');
  return !last?.given || last.policyVersion !== policyVersion;
}
