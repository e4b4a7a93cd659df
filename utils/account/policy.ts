/** What one agrees to with an account. A change of the sentences is a new version, and is asked again. */
export const POLICY_VERSION = '1';

export const POLICY: readonly string[] = [
  'Your account, pictures and credits stay in this browser. Nothing is uploaded; there is no server.',
  'Cutouts, e-mail and name are encrypted on the disk. File names, sizes and times of cutouts are not.',
  'Nobody can reset your password. The recovery code is the only other way in.',
  'A list of sign-ins and wrong passwords is kept for 30 days, for you to check.',
  'Sign out whenever you like: Matte works without an account, too.',
];
