/** What one agrees to with an account. A change of the sentences is a new version at the end of the list, and is asked again. */
export interface PolicyVersion {
  readonly version: string;
  readonly sentences: readonly string[];
}

const VERSION_1: PolicyVersion = {
  version: '1',
  sentences: [
    'Your account, pictures and credits stay in this browser. Nothing is uploaded; there is no server.',
    'Cutouts, e-mail and name are encrypted on the disk. File names, sizes and times of cutouts are not.',
    'Nobody can reset your password. The recovery code is the only other way in.',
    'A list of sign-ins and wrong passwords is kept for 30 days, for you to check.',
    'Sign out whenever you like: Matte works without an account, too.',
  ],
};

const VERSION_2: PolicyVersion = {
  version: '2',
  sentences: [
    'Your account, pictures and credits stay in this browser. Nothing is uploaded; there is no server.',
    'Cutouts, their names, the sites they come from, e-mail and name are encrypted on the disk. Sizes and times are not.',
    'Nobody can reset your password. The recovery code is the only other way in.',
    'A list of sign-ins and wrong passwords is kept for 30 days, for you to check.',
    'Originals are deleted within an hour. How long cutouts are kept, and how much room they take, is your choice.',
    'Only if you agree, your cutouts are counted on this device. The counts are kept for 12 months; you can delete them.',
    'What goes wrong is noted without addresses or names, and kept for 30 days. Nobody gets it unless you send it.',
    'Sign out whenever you like: Matte works without an account, too.',
  ],
};

/** Oldest first. Versions never change once they were shipped: they are the proof of what was agreed to. */
export const POLICIES: readonly [PolicyVersion, ...PolicyVersion[]] = [VERSION_1, VERSION_2];

const NEWEST = POLICIES.at(-1) ?? POLICIES[0];
export const POLICY_VERSION = NEWEST.version;
export const POLICY = NEWEST.sentences;

export interface PolicyDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
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

function sentencesOf(version: string | null): readonly string[] {
  return POLICIES.find((policy) => policy.version === version)?.sentences ?? [];
}
