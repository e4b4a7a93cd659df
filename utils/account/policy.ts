/**
 * What one agrees to with an account. The sentences are `consents.policy.*` in locales/. What a sentence means never changes
 * once it was shipped: a change is a sentence of another name in a new version at the end of the list, and is asked again.
 * Saying the same in one more language, or better, is no change.
 */
export type PolicySentence =
  | 'stays'
  | 'encrypted1'
  | 'encrypted2'
  | 'noReset'
  | 'signIns'
  | 'keeping'
  | 'counting'
  | 'faults'
  | 'signOut';

export interface PolicyVersion {
  readonly version: string;
  readonly sentences: readonly PolicySentence[];
}

const VERSION_1: PolicyVersion = {
  version: '1',
  sentences: ['stays', 'encrypted1', 'noReset', 'signIns', 'signOut'],
};

const VERSION_2: PolicyVersion = {
  version: '2',
  sentences: ['stays', 'encrypted2', 'noReset', 'signIns', 'keeping', 'counting', 'faults', 'signOut'],
};

/** Oldest first. Versions never change once they were shipped: they are the proof of what was agreed to. */
export const POLICIES: readonly [PolicyVersion, ...PolicyVersion[]] = [VERSION_1, VERSION_2];

const NEWEST = POLICIES.at(-1) ?? POLICIES[0];
export const POLICY_VERSION = NEWEST.version;
export const POLICY = NEWEST.sentences;

export interface PolicyDifference {
  readonly added: readonly PolicySentence[];
  readonly removed: readonly PolicySentence[];
  readonly unchanged: readonly PolicySentence[];
}

/** By whole sentences. To who never agreed to any, or to one that is not known, all of it is new. */
export function policyDifference(from: string | null, to: string): PolicyDifference {
  const [before, after] = [sentencesOf(from), sentencesOf(to)];
  return {
    added: after.filter((sentence) => !before.includes(sentence)),
    removed: before.filter((sentence) => !after.includes(sentence)),
    unchanged: after.filter((sentence) => before.includes(sentence)),
  };
}

function sentencesOf(version: string | null): readonly PolicySentence[] {
  return POLICIES.find((policy) => policy.version === version)?.sentences ?? [];
}
