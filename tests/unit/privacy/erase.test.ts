import { describe, expect, it } from 'vitest';
import type { StoredPasskey } from '@/utils/account/account';
import { changeAccount } from '@/utils/account/account-store';
import { login } from '@/utils/account/login';
import { readSession } from '@/utils/account/session';
import { GUEST } from '@/utils/credits/ledger';
import { readCredits } from '@/utils/credits/ledger-store';
import { MatteDb } from '@/utils/db';
import { COURIER } from '@/utils/history/courier';
import { cancelJob } from '@/utils/jobs/finish-job';
import type { Job } from '@/utils/jobs/job';
import { readBelongings } from '@/utils/privacy/belongings';
import { eraseHistory, eraseOwner } from '@/utils/privacy/erase';
import { HOLDINGS, TABLE_NAMES } from '@/utils/privacy/holdings';
import { receiptText } from '@/utils/privacy/receipt-words';
import { GUEST_SUBJECT, subjectOf } from '@/utils/privacy/subject';
import { readSettings, saveCard } from '@/utils/settings/settings-store';
import { DAY, FORM } from '../account/world';
import { dump, fullHouse, type House } from './full-house';

async function erasing() {
  const house = await fullHouse();
  const { db, keys, world } = house;
  const cancelled: string[] = [];
  const retireJob = async ({ id }: Job) => {
    cancelled.push(`${id} ${(await db.jobs.get(id))?.status}`);
    await cancelJob({ db, now: world.now }, id);
  };
  return { ...house, cancelled, eraseWorld: { db, keys, retireJob, now: world.now } };
}

/** Bob goes first where Ada is to be the last account here. */
async function alone({ db, bob }: House): Promise<void> {
  await db.accounts.delete(bob.id);
}

describe('deleting an account', () => {
  it.each(TABLE_NAMES)('leaves nothing of it in %s, and of others everything [P-DELETE-ACCOUNT]', async (name) => {
    const { db, ada, bob, eraseWorld } = await erasing();
    const before = { guest: await readBelongings(db, GUEST_SUBJECT), bob: await readBelongings(db, subjectOf(bob)) };
    await eraseOwner(eraseWorld, subjectOf(ada));
    const text = (await dump(db))[name] ?? '';
    const found = [ada.id, ada.emailHash].filter((mark) => text.replaceAll(`voucher of ${ada.id}`, '').includes(mark));
    expect(found).toEqual([]);
    expect((await readBelongings(db, GUEST_SUBJECT))[name]).toEqual(before.guest[name]);
    expect((await readBelongings(db, subjectOf(bob)))[name]).toEqual(before.bob[name]);
  });

  it('of the last one takes what belongs to the browser too [P-DELETE-ACCOUNT]', async () => {
    const house = await erasing();
    await alone(house);
    const { db, keys, ada } = house;
    await keys.put(COURIER, new Uint8Array(32));
    await eraseOwner(house.eraseWorld, subjectOf(ada));
    const shared = TABLE_NAMES.filter((name) => HOLDINGS[name].erasure === 'if-alone');
    expect(shared).not.toEqual([]);
    const left = await readBelongings(db, subjectOf(ada));
    for (const name of shared) expect(left[name], name).toEqual([]);
    expect([...keys.held.keys()]).toEqual([]);
  });

  it('ends open jobs first, while their rows are there', async () => {
    const { ada, eraseWorld, cancelled } = await erasing();
    await eraseOwner(eraseWorld, subjectOf(ada));
    expect(cancelled).toEqual([`${ada.id}-open queued`]);
  });

  it('takes back notifications that have its names, also with the history alone', async () => {
    const { db, ada, eraseWorld, cancelled } = await erasing();
    await db.jobs.update(`${ada.id}-kept`, { delivery: 'announced' });
    await eraseHistory(eraseWorld, subjectOf(ada));
    expect(cancelled).toEqual([`${ada.id}-kept done`]);
    await db.jobs.update('guest-kept', { delivery: 'announced' });
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    expect(cancelled.slice(1).sort()).toEqual(['guest-kept done', 'guest-open queued']);
  });

  it('locks it; every window finds a guest, and the password opens nothing [P-DELETE-ACCOUNT]', async () => {
    const { world, db, keys, ada, eraseWorld } = await erasing();
    const other = { ...world, db: new MatteDb(db.name) };
    expect((await readSession(other)).state).toBe('unlocked');
    await eraseOwner(eraseWorld, subjectOf(ada));
    expect((await readSession(other)).state).toBe('guest');
    expect(keys.held.has(ada.id)).toBe(false);
    expect(await login(other, FORM)).toMatchObject({ ok: false, reason: 'wrong' });
  });

  it('keeps vouchers from being used twice, without saying whose they were', async () => {
    const { db, ada, eraseWorld } = await erasing();
    await eraseOwner(eraseWorld, subjectOf(ada));
    expect(await db.redeemed.get(`voucher of ${ada.id}`)).toMatchObject({ owner: null });
  });

  it('twice, from two windows, ends the same', async () => {
    const { db, ada, eraseWorld } = await erasing();
    const both = await Promise.all([eraseOwner(eraseWorld, subjectOf(ada)), eraseOwner(eraseWorld, subjectOf(ada))]);
    expect(both.map(({ lines }) => lines.every(({ after }) => after === 0 || after === 1))).toEqual([true, true]);
    expect(await db.accounts.get(ada.id)).toBeUndefined();
  });
});

describe('the receipt', () => {
  it('counts before and after, by what the database says, and names what remains with the reason [P-RECEIPT]', async () => {
    const { db, ada, eraseWorld } = await erasing();
    const before = await readBelongings(db, subjectOf(ada));
    const receipt = await eraseOwner(eraseWorld, subjectOf(ada));
    for (const name of TABLE_NAMES) {
      const after = HOLDINGS[name].erasure === 'if-alone' ? before[name].length : 0;
      expect(receipt.lines, name).toContainEqual({ table: name, before: before[name].length, after });
    }
    expect(receipt.remainders).toContainEqual(expect.objectContaining({ count: 1, what: 'privacy.vouchers' }));
    const kept = receipt.lines.filter(({ after }) => after > 0).map(({ table }) => HOLDINGS[table].label);
    for (const what of kept) expect(receipt.remainders).toContainEqual(expect.objectContaining({ what }));
    const text = receiptText(receipt, 'now');
    expect(text).toContain('1 × Redeemed voucher, without an owner. Its number alone is kept');
    expect(text).toContain('Security log: 2 → 0');
    expect(text).toContain('cannot be used twice');
    expect(text).not.toContain(ada.id);
  });

  it('names a passkey, which lies where Matte cannot reach it [P-RECEIPT]', async () => {
    const { db, ada, eraseWorld } = await erasing();
    await changeAccount(db, ada.id, { passkeys: [{} as StoredPasskey] });
    const { remainders } = await eraseOwner(eraseWorld, subjectOf(ada));
    expect(remainders).toContainEqual(expect.objectContaining({ count: 1, what: 'privacy.passkeys' }));
  });

  it('does not hide what was written meanwhile [P-RECEIPT]', async () => {
    const { db, ada, eraseWorld } = await erasing();
    const late = { ...eraseWorld.keys, drop: async () => void (await db.memberships.put({ owner: ada.id, until: 1 })) };
    const receipt = await eraseOwner({ ...eraseWorld, keys: late }, subjectOf(ada));
    expect(receipt.lines).toContainEqual({ table: 'memberships', before: 1, after: 1 });
    expect(receipt.remainders).toContainEqual(expect.objectContaining({ what: 'privacy.memberships', count: 1 }));
  });
});

describe('deleting everything of a guest', () => {
  it.each(TABLE_NAMES)('leaves nothing in %s but what says that the welcome was given', async (name) => {
    const { db, bob, ada, eraseWorld } = await erasing();
    const before = { ada: await readBelongings(db, subjectOf(ada)), bob: await readBelongings(db, subjectOf(bob)) };
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    const rows = (await readBelongings(db, GUEST_SUBJECT))[name];
    const isKept = name === 'ledger' || HOLDINGS[name].erasure === 'if-alone';
    expect(isKept ? [] : rows).toEqual([]);
    expect((await readBelongings(db, subjectOf(ada)))[name]).toEqual(before.ada[name]);
    expect((await readBelongings(db, subjectOf(bob)))[name]).toEqual(before.bob[name]);
  });

  it('takes what the guest has answered, though other settings stay for the others', async () => {
    const { db, eraseWorld } = await erasing();
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    expect(await db.settings.toCollection().primaryKeys()).toEqual(['quality']);
  });

  it.each(['guest', 'account'])(
    'of the %s takes the sites of the card, whoever else is here [P-CARD-SITES]',
    async (who) => {
      const { db, ada, eraseWorld } = await erasing();
      await saveCard(db, 'shop.example', { isOff: true });
      await eraseOwner(eraseWorld, who === 'guest' ? GUEST_SUBJECT : subjectOf(ada));
      expect(JSON.stringify(await db.settings.toArray())).not.toContain('shop.example');
      expect((await readSettings(db)).quality).toBe('best');
    },
  );

  it('gives no second welcome, today or later; tomorrow the refill comes as ever', async () => {
    const { db, world, tick, eraseWorld } = await erasing();
    await db.signedIn.clear();
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    expect((await readCredits(db, world.now())).balance).toBe(0);
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    expect(await db.ledger.where('owner').equals(GUEST).count()).toBe(1);
    expect((await readCredits(db, world.now())).balance).toBe(0);
    tick(DAY);
    expect((await readCredits(db, world.now())).balance).toBe(10);
  });

  it('who never had a credit has the welcome still to come', async () => {
    const { db, world, eraseWorld } = await erasing();
    await db.signedIn.clear();
    await db.ledger.where('owner').equals(GUEST).delete();
    await eraseOwner(eraseWorld, GUEST_SUBJECT);
    expect((await readCredits(db, world.now())).balance).toBe(20);
  });
});

describe('deleting history', () => {
  it('takes cutouts, offers, and the names in ended jobs; not what waits, nor the account [P-DELETE-HISTORY-ALL]', async () => {
    const { db, ada, bob, eraseWorld } = await erasing();
    const bobs = await readBelongings(db, subjectOf(bob));
    const receipt = await eraseHistory(eraseWorld, subjectOf(ada));
    const left = await readBelongings(db, subjectOf(ada));
    expect([left.history, left.offers, left.deliveries]).toEqual([[], [], []]);
    expect(left.jobs.map(({ id }) => id)).toEqual([`${ada.id}-open`]);
    expect(left.blobs.map(({ id }) => id)).toEqual([`${ada.id}-open/input`]);
    expect([left.accounts.length, left.ledger.length, left.statistics.length]).toEqual([1, 2, 1]);
    expect(await readBelongings(db, subjectOf(bob))).toEqual(bobs);
    expect(receipt.lines).toContainEqual({ table: 'history', before: 1, after: 0 });
    expect(receipt.remainders.map(({ what, count }) => `${count} ${what}`)).toEqual([
      '1 privacy.blobs',
      '1 privacy.jobs',
    ]);
  });
});
