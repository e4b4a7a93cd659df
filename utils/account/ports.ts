/** What the use cases of an account need from the world; tests pass plain objects. */
import type { Table } from 'dexie';
import type { MatteDb } from '../db';
import type { DeriveKey } from '../vault/argon2';
import type { Argon2Params } from '../vault/argon2-params';
import type { Bytes } from '../vault/bytes';
import type { StoredAccount } from './account';
import type { JudgePassword } from './strength';

/** Where unlocked private keys are, and nowhere else: in memory, gone with the browser. */
export interface KeySession {
  get(accountId: string): Promise<Bytes | null>;
  put(accountId: string, privateKey: Bytes): Promise<void>;
  drop(accountId: string): Promise<void>;
}

/** Hands what a guest has over to the account that the guest registers; runs inside the transaction that makes it. */
export interface GuestAdopter {
  readonly tables: readonly Table[];
  /**
   * Before that transaction, for what needs more than Dexie, like sealing. Called once more afterwards, and `adopt` with
   * it, for what the guest got in between.
   */
  prepare?(account: Pick<StoredAccount, 'id' | 'publicKey'>): Promise<void>;
  /** Must await nothing but Dexie. */
  adopt(accountId: string): Promise<void>;
}

export interface AccountWorld {
  readonly db: MatteDb;
  readonly keys: KeySession;
  readonly derive: DeriveKey;
  /** What new wrappings cost; older ones rise to it at the next login. */
  readonly argon2: Argon2Params;
  readonly judge: JudgePassword;
  readonly adopters: readonly GuestAdopter[];
  readonly policyVersion: string;
  /** For the security log, like "Chrome 156 on Linux". */
  readonly browser: string;
  now(): number;
}
