/** What an account is on this browser: the rows of its tables, and the outcomes its use cases share. Data only. */
import type { Bytes } from '../vault/bytes';
import type { PrfWrappedKey } from '../vault/prf-wrap';
import type { WrappedKey } from '../vault/wrapped-key';
import type { Consent, Majority } from './consent';

export interface StoredAccount {
  readonly id: string;
  /** See email-hash.ts; unique. */
  readonly emailHash: string;
  /** X25519; whatever is to be kept for this account is sealed to it. */
  readonly publicKey: Bytes;
  readonly passwordWrap: WrappedKey;
  readonly recoveryWrap: WrappedKey;
  /** When the user proved to have noted the recovery code; null until then. */
  readonly recoveryConfirmedAt: number | null;
  /** Sealed, under `emailRecord(id)` and `nameRecord(id)`: a locked account tells nobody whose it is. */
  readonly email: Bytes;
  readonly name: Bytes;
  /** Sealed, under `avatarRecord(id)`: a WebP. */
  readonly avatar?: Bytes;
  /** Oldest first. */
  readonly passkeys?: readonly StoredPasskey[];
  readonly majority: Majority;
  /** Everything ever answered, oldest first. */
  readonly consents: readonly Consent[];
  readonly createdAt: number;
}

export interface StoredPasskey {
  /** The credential's id, as its authenticator knows it. */
  readonly id: Bytes;
  readonly wrap: PrfWrappedKey;
  /** Where it was made, for people: "Chrome 156 on Linux". */
  readonly browser: string;
  readonly createdAt: number;
}

/** Wrong guesses at one e-mail, whether an account has it or not. */
export interface StoredAttempts {
  readonly emailHash: string;
  readonly failures: number;
  /** How long the next guess has to wait, from `since` on. */
  readonly waitMs: number;
  readonly since: number;
}

export type SecurityEvent =
  | 'code-renewed'
  | 'email-changed'
  | 'key-strengthened'
  | 'locked'
  | 'login'
  | 'name-changed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-unlocked'
  | 'password-changed'
  | 'recovered'
  | 'registered'
  | 'signed-out'
  | 'unlocked'
  | 'verified'
  | 'wrong-code'
  | 'wrong-password';

export interface StoredSecurityEvent {
  readonly id: number;
  /** Not the account's id: a guess at an unknown e-mail leaves the same trace as one at a known one. */
  readonly emailHash: string;
  readonly at: number;
  readonly event: SecurityEvent;
  /** For people, like "Chrome 156 on Linux". */
  readonly browser: string;
}

/** Who sits at this browser: one account at a time, one row or none. */
export interface SignedIn {
  readonly seat: 'browser';
  readonly accountId: string;
}

/** A guess that did not succeed. `wrong` does not say whether the e-mail is known; `wait` was not even looked at. */
export interface Refused {
  readonly ok: false;
  readonly reason: 'wrong' | 'wait';
  /** Until the next guess is looked at; 0 for at once. */
  readonly waitMs: number;
}

/** Nobody is signed in, perhaps since a moment ago in another tab. */
export interface SignedOut {
  readonly ok: false;
  readonly reason: 'signed-out';
}

export const emailRecord = (accountId: string) => `account/${accountId}/email`;
export const nameRecord = (accountId: string) => `account/${accountId}/name`;
export const avatarRecord = (accountId: string) => `account/${accountId}/avatar`;
