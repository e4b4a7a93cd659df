/** Answers in plain words. Pure. */
import { agreesTo, type Consent, lastAnswer, type Purpose } from '@/utils/account/consent';

export interface PurposeWords {
  readonly title: string;
  /** What one ticks. @param policyVersion the newest */
  readonly statement: (policyVersion: string) => string;
  readonly meaning: string;
}

export const PURPOSE_WORDS: Readonly<Record<Purpose, PurposeWords>> = {
  policy: {
    title: 'Policy',
    statement: (version) => `I agree to policy ${version}`,
    meaning: 'Needed for an account. Matte works without an account, too.',
  },
  statistics: {
    title: 'Statistics',
    statement: () => 'Count my cutouts on this device',
    meaning:
      'Optional. How many cutouts per day, on what they ran, and roughly how long they took. No addresses, names or pictures; kept for 12 months; sent to nobody.',
  },
};

/** @param policyVersion the newest */
export function describeAnswer(consents: readonly Consent[], purpose: Purpose, policyVersion: string): string {
  const last = lastAnswer(consents, purpose);
  if (!last) return 'Not answered yet, which counts as no.';
  const day = new Date(last.at).toLocaleDateString(undefined, { dateStyle: 'medium' });
  if (!last.given) return `You said no on ${day} (policy ${last.policyVersion}).`;
  const said = `You agreed on ${day} (policy ${last.policyVersion}).`;
  return agreesTo(consents, purpose, policyVersion) ? said : `${said} ${RESTS[purpose](policyVersion)}`;
}

const RESTS: Readonly<Record<Purpose, (policyVersion: string) => string>> = {
  policy: (version) => `Policy ${version} is new and waits for your answer; meanwhile everything goes on.`,
  statistics: (version) => `Policy ${version} is new: nothing is counted until you agree again.`,
};
