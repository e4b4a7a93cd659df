import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVoucher } from '@/utils/vouchers/check-voucher';
import { MAX_CODE_CHARS } from '@/utils/vouchers/jws';
import { BOB, b64, DAY_S, NOW_S, openShop, world } from './shop';

const shop = await openShop();
const ours = world(shop.issuers);
const good = await shop.sign(shop.claims());
const [header = '', payload = '', signature = ''] = good.split('.');

const NO_VOUCHERS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['prose', 'Dear customer'],
  ['two parts', `${header}.${payload}`],
  ['four parts', `${good}.${signature}`],
  ['a line break', `${header}.\n${payload}.${signature}`],
  ['a header that is not JSON', `${b64('{"alg"')}.${payload}.${signature}`],
  ['a header that is a list', `${b64(['EdDSA'])}.${payload}.${signature}`],
  ['a header that is null', `${b64(null)}.${payload}.${signature}`],
  ['a payload that is not JSON', await shop.sign('fifty credits')],
  ['a payload that is not UTF-8', `${header}._____w.${signature}`],
  ['signed null', await shop.sign('null')],
  ['a signed list', await shop.sign('[1]')],
  ['a signed text', await shop.sign('"recharge"')],
  ['a critical extension', await shop.sign(shop.claims(), { crit: ['exp'], exp: NOW_S })],
  ['an unencoded payload (RFC 7797)', await shop.sign(shop.claims(), { crit: ['b64'], b64: false })],
  ['a key id that the claims deny', await shop.sign(shop.claims({ kid: 'k2' }))],
];

async function reasonOf(code: string) {
  const check = await checkVoucher(code, ours);
  return check.ok ? null : check.reason;
}

describe('a changed voucher', () => {
  it('with more credits is refused', async () => {
    expect(await reasonOf(`${header}.${b64(shop.claims({ credits: 5000 }))}.${signature}`)).toBe('bad-signature');
  });

  it('with the signature of another is refused', async () => {
    const other = await shop.sign(shop.claims({ jti: 'v-2' }));
    expect(await reasonOf(`${header}.${payload}.${other.split('.')[2]}`)).toBe('bad-signature');
  });

  it('with another header is refused', async () => {
    expect(await reasonOf(`${b64({ kid: 'k1', alg: 'EdDSA' })}.${payload}.${signature}`)).toBe('bad-signature');
  });

  it('is never good, wherever it was changed', async () => {
    // The last letter of 64 bytes in base64url has four bits to spare, so it may differ and still say the same.
    const place = fc.nat(good.length - 2);
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. ');
    await fc.assert(
      fc.asyncProperty(place, letter, async (at, changed) => {
        fc.pre(good[at] !== changed);
        expect(await reasonOf(good.slice(0, at) + changed + good.slice(at + 1))).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cut-off voucher', () => {
  it('is never good, and never throws', async () => {
    for (let length = 0; length < good.length; length += 1) {
      expect(['malformed', 'bad-signature']).toContain(await reasonOf(good.slice(0, length)));
    }
  });
});

describe('what is no voucher', () => {
  it.each(NO_VOUCHERS)('%s is malformed', async (_, code) => expect(await reasonOf(code)).toBe('malformed'));

  it('1 MB of garbage is too long, at once', async () => {
    const start = performance.now();
    for (const garbage of ['A'.repeat(1_000_000), `${header}.${'A'.repeat(1_000_000)}.${signature}`, '.'.repeat(1e6)]) {
      expect(await reasonOf(garbage)).toBe('too-long');
    }
    expect(performance.now() - start).toBeLessThan(250);
  });

  it('a signed voucher beyond the limit is too long too', async () => {
    const code = await shop.sign(shop.claims({ padding: 'x'.repeat(MAX_CODE_CHARS) }));
    expect(await reasonOf(code)).toBe('too-long');
  });

  it('the longest voucher within the claims’ limits is not', async () => {
    const wide = '😀';
    const far = 253_402_300_799;
    const claims = { jti: 'j'.repeat(64), credits: 1_000_000, until: far, reason: wide.repeat(200) };
    const widest = await openShop({ issuer: wide.repeat(64), kid: 'k'.repeat(64) });
    const code = await widest.sign(widest.claims(claims));
    expect(code.length).toBeLessThan(2_300);
    expect((await checkVoucher(code, world(widest.issuers))).ok).toBe(true);
  });
});

describe('signed nonsense', () => {
  it.each([
    ['malformed', { iss: '' }],
    ['malformed', { iss: 'x'.repeat(65) }],
    ['malformed', { sub: undefined }],
    ['malformed', { sub: 'alice@example.org' }],
    ['malformed', { sub: BOB.toUpperCase() }],
    ['malformed', { jti: undefined }],
    ['malformed', { jti: 'a b' }],
    ['malformed', { jti: 'j'.repeat(65) }],
    ['malformed', { iat: '1760000000' }],
    ['malformed', { iat: 0.5 }],
    ['malformed', { nbf: undefined }],
    ['malformed', { exp: undefined }],
    ['malformed', { exp: 1e300 }],
    ['malformed', { exp: -1 }],
    ['malformed', { reason: '' }],
    ['malformed', { reason: 'evil \u202e live' }],
    ['malformed', { reason: 'two\nlines' }],
    ['unknown-kind', { kind: undefined }],
    ['unknown-kind', { kind: 'gift' }],
    ['unknown-kind', { kind: 'constructor' }],
    ['unknown-kind', { kind: ['recharge'] }],
    ['bad-terms', { credits: undefined }],
    ['bad-terms', { credits: 0 }],
    ['bad-terms', { credits: -50 }],
    ['bad-terms', { credits: 1.5 }],
    ['bad-terms', { credits: '50' }],
    ['bad-terms', { credits: null }],
    ['bad-terms', { credits: 1_000_001 }],
    ['bad-terms', { credits: 1e308 }],
    ['bad-terms', { plan: 'pro' }],
    ['bad-terms', { until: 'tomorrow' }],
    ['bad-terms', { until: NOW_S - 2 * DAY_S }],
    ['bad-terms', { nbf: NOW_S + DAY_S }],
    ['bad-terms', { iat: NOW_S + DAY_S }],
    ['bad-terms', { exp: NOW_S + 400 * DAY_S }],
    ['bad-terms', { kind: 'membership', plan: 'pro', until: NOW_S + DAY_S }],
    ['bad-terms', { kind: 'membership', credits: undefined, plan: 'pro' }],
    ['bad-terms', { kind: 'membership', credits: undefined, until: NOW_S + DAY_S }],
    ['bad-terms', { kind: 'membership', credits: undefined, plan: 'gold', until: NOW_S + DAY_S }],
    ['bad-terms', { kind: 'suspend', credits: undefined }],
    ['bad-terms', { kind: 'suspend', credits: undefined, reason: 'Fraud', sub: '*' }],
    ['bad-terms', { kind: 'suspend', reason: 'Fraud' }],
    ['bad-terms', { kind: 'reinstate', credits: undefined, sub: '*' }],
    ['bad-terms', { kind: 'reinstate', credits: undefined, until: NOW_S + DAY_S }],
  ])('is %s: %j', async (reason, changes) =>
    expect(await reasonOf(await shop.sign(shop.claims(changes)))).toBe(reason),
  );

  it('of any shape is refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom('iss', 'sub', 'kind', 'exp'), fc.jsonValue()),
        async (a, b) => {
          const code = await shop.sign(JSON.stringify(a));
          expect(await reasonOf(code)).not.toBeNull();
          await reasonOf(await shop.sign(shop.claims(b)));
        },
      ),
    );
  });
});
