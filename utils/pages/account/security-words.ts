import type { SecurityEvent } from '@/utils/account/account';

/** What happened to an account, in plain words. */
export const SECURITY_WORDS: Readonly<Record<SecurityEvent, string>> = {
  'code-renewed': 'New recovery code made',
  'email-changed': 'E-mail changed',
  'key-strengthened': 'Protection of the password made stronger',
  locked: 'Locked',
  login: 'Signed in with the password',
  'name-changed': 'Name changed',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  'passkey-unlocked': 'Unlocked with a passkey',
  'password-changed': 'Password changed',
  recovered: 'New password set with the recovery code',
  registered: 'Account registered',
  'signed-out': 'Signed out',
  unlocked: 'Unlocked with the password',
  verified: 'Password asked again, and given',
  'wrong-code': 'Wrong recovery code',
  'wrong-password': 'Wrong password',
};
