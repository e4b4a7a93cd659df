import type { SecurityEvent } from '@/utils/account/account';
import { sayings } from '@/utils/i18n/sayings';

/** What happened to an account, in plain words. */
export const SECURITY_WORDS: Readonly<Record<SecurityEvent, string>> = sayings({
  'code-renewed': 'pages.security.code-renewed',
  'email-changed': 'pages.security.email-changed',
  'key-strengthened': 'pages.security.key-strengthened',
  locked: 'pages.security.locked',
  login: 'pages.security.login',
  'name-changed': 'pages.security.name-changed',
  'passkey-added': 'pages.security.passkey-added',
  'passkey-removed': 'pages.security.passkey-removed',
  'passkey-unlocked': 'pages.security.passkey-unlocked',
  'password-changed': 'pages.security.password-changed',
  recovered: 'pages.security.recovered',
  registered: 'pages.security.registered',
  'signed-out': 'pages.security.signed-out',
  unlocked: 'pages.security.unlocked',
  verified: 'pages.security.verified',
  'wrong-code': 'pages.security.wrong-code',
  'wrong-password': 'pages.security.wrong-password',
});
