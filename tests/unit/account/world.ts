/** A browser with accounts: a database, a clock that only the test moves, keys in memory, and cheap but real Argon2id. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { AccountWorld } from '@/utils/account/ports';
import { type RegistrationForm, register } from '@/utils/account/register';
import { MatteDb } from '@/utils/db';
import { argon2id } from '@/utils/vault/argon2';
import { CHEAP } from '../vault/cheap';
import { memoryKeys } from './memory-keys';

// Not `fake-indexeddb/auto`: Dexie looks for the globals while it is imported, which may be before this file is.
Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });

export const T0 = 1_700_000_000_000;
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const FORM: RegistrationForm = {
  email: 'ada@example.org',
  password: 'violet tram eleven',
  name: 'Ada',
  majority: 'of-age',
  policyVersion: '1',
  statistics: false,
};
export const NEW_PASSWORD = 'nineteen copper kites';
export const WEAK = 'password1';

let databases = 0;

export function createAccountWorld(change: Partial<AccountWorld> = {}) {
  const name = `matte-accounts-${++databases}`;
  const keys = memoryKeys();
  const derivations: number[] = [];
  let time = T0;
  const world: AccountWorld = {
    db: new MatteDb(name),
    keys,
    derive: (secret, salt, params) => {
      derivations.push(params.memoryKib * params.passes);
      return argon2id(secret, salt, params);
    },
    argon2: CHEAP,
    // zxcvbn has a test of its own; here only which passwords are offered matters.
    judge: async (password) =>
      password === WEAK
        ? { strong: false, score: 1, warning: 'common', suggestions: [] }
        : { strong: true, score: 4, warning: null, suggestions: [] },
    adopters: [],
    policyVersion: '1',
    browser: 'Chrome 156 on Linux',
    now: () => time,
    ...change,
  };
  return {
    world,
    keys,
    /** The price of each key that was derived, in KiB × passes. */
    derivations,
    tick: (ms: number) => {
      time += ms;
    },
    /** The browser was restarted: the same database, no keys. */
    restarted: (): AccountWorld => ({ ...world, db: new MatteDb(name), keys: memoryKeys() }),
    events: async () => (await world.db.securityLog.orderBy('id').toArray()).map(({ event }) => event),
    ada: async () => registered(world),
  };
}

export async function registered(world: AccountWorld, form: Partial<RegistrationForm> = {}) {
  const outcome = await register(world, { ...FORM, ...form });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}
