/** A counter at which vouchers are redeemed: a browser with a clock of its own, and a shop that signs what a test wants. */
import { Dexie } from 'dexie';
import type { StoredAccount } from '@/utils/account/account';
import { takeSeat } from '@/utils/account/account-store';
import { readCredits } from '@/utils/credits/ledger-store';
import { redeemVoucher } from '@/utils/credits/redeem';
import type { MatteDb } from '@/utils/db';
import { createWorld } from '../jobs/world';
import { CHEAP } from '../vault/cheap';
import { ALICE, DAY_S, NOW, NOW_S, openShop } from '../vouchers/shop';

const shop = await openShop();

export const DAY_MS = DAY_S * 1000;
export const LATER_S = NOW_S + 30 * DAY_S;

type Claims = Record<string, unknown>;

/** A code that the shop has signed: for anybody, 50 credits, with these claims instead. */
export function issue(claims: Claims = {}): Promise<string> {
  return shop.sign(shop.claims({ sub: '*', jti: crypto.randomUUID(), ...claims }));
}

export const membership = (until: number, claims: Claims = {}) =>
  issue({ kind: 'membership', credits: undefined, plan: 'pro', until, ...claims });
/** For Alice. `iat` in seconds: when the shop decided. */
export const suspend = (iat = NOW_S - DAY_S, claims: Claims = {}) =>
  issue({ kind: 'suspend', credits: undefined, sub: ALICE, reason: 'Charged back', iat, ...claims });
export const reinstate = (iat = NOW_S - DAY_S) =>
  issue({ kind: 'reinstate', credits: undefined, sub: ALICE, iat, reason: undefined });

export function openCounter() {
  const { db, otherContext } = createWorld();
  let time = NOW;
  const now = () => time;
  const world = { db, issuers: shop.issuers, now };
  return {
    ...world,
    otherTab: () => ({ ...world, db: otherContext() }),
    tick: (ms: number) => {
      time += ms;
    },
    redeem: (code: string) => redeemVoucher(world, code),
    credits: () => readCredits(db, time),
    /** Somebody signs in who has registered before. */
    async seat(id: string, emailHash: string): Promise<void> {
      await db.accounts.put({ ...BLANK, id, emailHash });
      await takeSeat(db, id);
    },
  };
}

/** Everything that is stored, to be compared. */
export async function dump(db: MatteDb): Promise<unknown> {
  return Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
}

/** Lets the nth write from now on fail, as when the process dies there; gives back how to stop that. */
export function dieAtWrite(db: MatteDb, nth: number): () => void {
  let left = nth;
  const strike = () => {
    if (left-- === 0) throw new Dexie.AbortError('the process died');
  };
  const creating = () => strike();
  const tables = [db.ledger, db.redeemed, db.memberships, db.standings];
  for (const table of tables) {
    table.hook('creating', creating);
    table.hook('updating', creating);
  }
  return () => {
    for (const table of tables) {
      table.hook('creating').unsubscribe(creating);
      table.hook('updating').unsubscribe(creating);
    }
  };
}

const NO_BYTES = new Uint8Array();
const WRAP = { argon2: CHEAP, salt: NO_BYTES, nonce: NO_BYTES, sealed: NO_BYTES };
const BLANK: StoredAccount = {
  id: '',
  emailHash: '',
  publicKey: NO_BYTES,
  passwordWrap: WRAP,
  recoveryWrap: WRAP,
  recoveryConfirmedAt: null,
  email: NO_BYTES,
  name: NO_BYTES,
  majority: 'of-age',
  consents: [],
  createdAt: 0,
};
