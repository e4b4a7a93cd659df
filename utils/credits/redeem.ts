/**
 * Redeems vouchers: the check of `vouchers/`, then one transaction in which the voucher's id and what it grants are written
 * together, for whoever sits at this browser. A second tab, a replay or a process that dies changes nothing twice.
 */
import { seatedAccount } from '../account/account-store';
import type { MatteDb } from '../db';
import { checkVoucher, refusalByAccount, type VoucherCheck } from '../vouchers/check-voucher.ts';
import type { Voucher } from '../vouchers/claims.ts';
import type { Issuers } from '../vouchers/issuers.ts';
import type { VoucherRefusal } from '../vouchers/refusals.ts';
import { GUEST } from './ledger';
import { extendMembership, grantCredits, ledgerTables, putStanding, wouldCount, wouldExtend } from './ledger-store';
import type { Standing } from './standing';

export interface RedeemWorld {
  readonly db: MatteDb;
  readonly issuers: Issuers;
  /** Epoch ms. */
  readonly now: () => number;
}

/** What redeeming this code would answer now. Writes nothing. Never throws for anything that a code can contain. */
export async function lookAtVoucher({ db, issuers, now }: RedeemWorld, code: string): Promise<VoucherCheck> {
  const account = (await seatedAccount(db))?.emailHash ?? null;
  const redeemed = (id: string) => isRedeemed(db, id);
  const check = await checkVoucher(code, { issuers, account, now: now(), redeemed });
  if (!check.ok) return check;
  const reason = await db.transaction('r', redeemTables(db), async () => refusalHere(db, check.voucher));
  return reason ? { ok: false, reason } : check;
}

/**
 * Redeems a code, or says which check failed; a refused voucher is not used up.
 * @throws whatever the database throws, with nothing redeemed
 */
export async function redeemVoucher(world: RedeemWorld, code: string): Promise<VoucherCheck> {
  // The check awaits WebCrypto, during which no transaction of IndexedDB stays open: what may change meanwhile, who sits
  // here and what is redeemed, is asked again inside.
  const look = await lookAtVoucher(world, code);
  if (!look.ok) return look;
  const { db, now } = world;
  const reason = await db.transaction('rw', redeemTables(db), async () => {
    const refusal = await refusalHere(db, look.voucher);
    if (!refusal) await write(db, look.voucher, now());
    return refusal;
  });
  return reason ? { ok: false, reason } : look;
}

function redeemTables(db: MatteDb) {
  return [db.redeemed, ...ledgerTables(db)];
}

async function isRedeemed(db: MatteDb, id: string): Promise<boolean> {
  return (await db.redeemed.get(id)) !== undefined;
}

/** Why this voucher cannot be redeemed by who sits here: its account, its id, or that it would change nothing. */
async function refusalHere(db: MatteDb, voucher: Voucher): Promise<VoucherRefusal | null> {
  const account = await seatedAccount(db);
  const byAccount = refusalByAccount(voucher, account?.emailHash ?? null);
  if (byAccount) return byAccount;
  if (await isRedeemed(db, voucher.id)) return 'already-redeemed';
  const owner = account?.id ?? GUEST;
  if (voucher.kind === 'membership') return (await wouldExtend(db, owner, voucher.until)) ? null : 'no-gain';
  const standing = standingOf(voucher, owner);
  return standing && !(await wouldCount(db, standing)) ? 'outdated' : null;
}

async function write(db: MatteDb, voucher: Voucher, now: number): Promise<void> {
  const owner = (await seatedAccount(db))?.id ?? GUEST;
  // `add`, not `put`: the unique id has the last word.
  await db.redeemed.add({ id: voucher.id, owner, at: now });
  if (voucher.kind === 'recharge') {
    const { id, credits, until } = voucher;
    await grantCredits(db, { owner, grant: `voucher ${id}`, credits, expiresAt: until }, now);
  } else if (voucher.kind === 'membership') await extendMembership(db, owner, voucher.until);
  const standing = standingOf(voucher, owner);
  if (standing) await putStanding(db, standing);
}

function standingOf(voucher: Voucher, owner: string): Standing | null {
  const { kind, issuedAt: decidedAt, reason } = voucher;
  if (kind === 'reinstate') return { owner, decidedAt, suspension: null };
  return kind === 'suspend' ? { owner, decidedAt, suspension: { until: voucher.until, reason } } : null;
}
