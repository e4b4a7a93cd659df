import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkVoucher } from '@/utils/vouchers/check-voucher';
import { ALICE, BOB, b64, DAY_S, NOW, NOW_S, openShop, world } from './shop';

const shop = await openShop();
const ours = world(shop.issuers);

/** The reason for which a voucher with these claims is refused; null when it is not. */
async function refusal(changes: Record<string, unknown>, where = ours) {
  const check = await checkVoucher(await shop.sign(shop.claims(changes)), where);
  return check.ok ? null : check.reason;
}

describe('a good voucher', () => {
  it('is read, with times in milliseconds', async () => {
    const code = await shop.sign(shop.claims({ until: NOW_S + 30 * DAY_S, reason: 'Order 17' }));
    expect(await checkVoucher(code, ours)).toEqual({
      ok: true,
      voucher: {
        id: 'v-1',
        issuer: 'Test shop',
        keyId: 'k1',
        account: ALICE,
        issuedAt: NOW - DAY_S * 1000,
        validFrom: NOW - DAY_S * 1000,
        expiresAt: NOW + DAY_S * 1000,
        reason: 'Order 17',
        kind: 'recharge',
        credits: 50,
        until: NOW + 30 * DAY_S * 1000,
      },
    });
  });

  it.each([
    [
      { kind: 'recharge', credits: 1 },
      { credits: 1, until: null },
    ],
    [{ kind: 'recharge', credits: 1_000_000, sub: '*' }, { account: '*' }],
    [{ kind: 'membership', credits: undefined, plan: 'pro', until: NOW_S + 365 * DAY_S }, { plan: 'pro' }],
    [
      { kind: 'suspend', credits: undefined, reason: 'Charged back' },
      { reason: 'Charged back', until: null },
    ],
    [{ kind: 'reinstate', credits: undefined }, { reason: null }],
    [{ somethingNew: true }, { kind: 'recharge' }],
  ])('may be %j', async (changes, expected) => {
    const check = await checkVoucher(await shop.sign(shop.claims(changes)), ours);
    expect(check).toMatchObject({ ok: true, voucher: expected });
  });

  it('for everyone is good for a guest', async () => {
    expect(await refusal({ sub: '*' }, { ...ours, account: null })).toBeNull();
  });

  it('may come from a shop whose clock is a little ahead', async () => {
    expect(await refusal({ iat: NOW_S + 200, nbf: NOW_S + 200 })).toBeNull();
  });

  it('asks for its own id whether it was redeemed', async () => {
    const asked: string[] = [];
    const redeemed = (id: string) => asked.push(id) < 0;
    expect(await refusal({ jti: 'v-77' }, { ...ours, redeemed })).toBeNull();
    expect(asked).toEqual(['v-77']);
  });
});

describe('the wrong time', () => {
  it.each([
    ['not-yet-valid', { nbf: NOW_S + 301 }],
    ['not-yet-valid', { iat: NOW_S + 301, nbf: NOW_S - 1 }],
    ['expired', { exp: NOW_S }],
    ['expired', { until: NOW_S }],
    ['key-out-of-term', { iat: Date.UTC(2025, 11, 31) / 1000, nbf: NOW_S - 1 }],
  ])('is refused as %s: %j', async (reason, changes) => expect(await refusal(changes)).toBe(reason));

  it('is out of term when the date is after the key’s', async () => {
    const later = { ...ours, now: Date.UTC(2027, 1, 1) };
    const dates = {
      iat: Date.UTC(2027, 0, 2) / 1000,
      nbf: Date.UTC(2027, 0, 2) / 1000,
      exp: Date.UTC(2028, 0, 1) / 1000,
    };
    expect(await refusal(dates, later)).toBe('key-out-of-term');
  });

  it('is out of term when issuers.ts has a date that cannot be read', async () => {
    const key = shop.issuers.k1;
    const issuers = key ? { k1: { ...key, notAfter: 'soon' } } : {};
    expect(await refusal({}, { ...ours, issuers })).toBe('key-out-of-term');
  });
});

describe('the wrong account', () => {
  it('is refused', async () => expect(await refusal({ sub: BOB })).toBe('other-account'));
  it('is a guest', async () => expect(await refusal({}, { ...ours, account: null })).toBe('no-account'));
});

describe('a second time', () => {
  it('is refused, also through a promise', async () => {
    expect(await refusal({}, { ...ours, redeemed: async (id) => id === 'v-1' })).toBe('already-redeemed');
  });

  it('is said before the date, which no longer matters', async () => {
    expect(await refusal({ exp: NOW_S - 1 }, { ...ours, redeemed: () => true })).toBe('already-redeemed');
  });
});

describe('a stranger', () => {
  it('with a key that the build does not know is refused', async () => {
    const stranger = await openShop({ kid: 'k2' });
    expect(await checkVoucher(await stranger.sign(stranger.claims()), ours)).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
  });

  it('who uses our key id is refused by the signature', async () => {
    const stranger = await openShop();
    expect(await checkVoucher(await stranger.sign(stranger.claims()), ours)).toEqual({
      ok: false,
      reason: 'bad-signature',
    });
  });

  it('among the known may not speak for another', async () => {
    const other = await openShop({ issuer: 'Other shop', kid: 'k2' });
    const both = world({ ...shop.issuers, ...other.issuers });
    const code = await other.sign(other.claims({ iss: 'Test shop' }));
    expect(await checkVoucher(code, both)).toEqual({ ok: false, reason: 'foreign-issuer' });
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', '', 7, undefined])(
    'finds no key by the name %j',
    async (kid) => {
      const code = await shop.sign(shop.claims(), { kid });
      expect(await checkVoucher(code, ours)).toEqual({ ok: false, reason: 'unknown-key' });
    },
  );

  it('brings a key in the header in vain', async () => {
    const stranger = await openShop();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: stranger.x };
    expect(await checkVoucher(await stranger.sign(stranger.claims(), { jwk }), ours)).toMatchObject({
      reason: 'bad-signature',
    });
  });
});

describe('another algorithm', () => {
  const payload = b64(shop.claims());

  it.each(['none', 'None', 'HS256', 'ES256', 'Ed25519', 'eddsa', '', undefined, ['EdDSA']])(
    '%j is refused',
    async (alg) => {
      expect(await checkVoucher(await shop.sign(shop.claims(), { alg }), ours)).toEqual({
        ok: false,
        reason: 'wrong-alg',
      });
    },
  );

  it('none, with no signature, is refused', async () => {
    const code = `${b64({ alg: 'none', kid: 'k1' })}.${payload}.`;
    expect(await checkVoucher(code, ours)).toEqual({ ok: false, reason: 'wrong-alg' });
  });

  it('HS256 signed with the public key is refused, whichever form of the key is the secret', async () => {
    const input = `${b64({ alg: 'HS256', kid: 'k1' })}.${payload}`;
    const jwk = shop.issuers.k1?.jwk;
    for (const secret of [Buffer.from(shop.x, 'base64url'), shop.x, JSON.stringify(jwk)]) {
      const code = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
      expect(await checkVoucher(code, ours)).toEqual({ ok: false, reason: 'wrong-alg' });
    }
  });

  it('EdDSA in name over an HMAC is a bad signature', async () => {
    const input = `${b64({ alg: 'EdDSA', kid: 'k1' })}.${payload}`;
    const mac = createHmac('sha512', Buffer.from(shop.x, 'base64url')).update(input).digest('base64url');
    expect(await checkVoucher(`${input}.${mac}`, ours)).toEqual({ ok: false, reason: 'bad-signature' });
  });
});
