/** The issuer's tool as a shop runs it: as a child process, with files. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { emailHash } from '@/utils/account/email-hash';
import { checkVoucher } from '@/utils/vouchers/check-voucher';
import { findVouchers } from '@/utils/vouchers/find-vouchers';
import { readQr } from '@/utils/vouchers/read-qr';

const folder = mkdtempSync(join(tmpdir(), 'matte-voucher-'));
const inFolder = (name: string) => join(folder, name);
const KEY = inFolder('KEY.json');
afterAll(() => rmSync(folder, { recursive: true }));

function voucher(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/voucher.mjs', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const made = voucher(['keygen', '--out', KEY, '--issuer', "Bob’s 'shop'", '--kid', 'bob-1']);
const key = JSON.parse(readFileSync(KEY, 'utf8'));
// What a shop pastes into issuers.ts is the text of an object; evaluating it is what the build will do.
const issuers = new Function(`return {${made.stdout}}`)();

const RECHARGE = ['issue', '--key', KEY, '--kind', 'recharge', '--credits', '50'];
const world = (account: string | null) => ({ issuers, account, now: Date.now(), redeemed: () => false });

describe('keygen', () => {
  it('writes a file for its owner alone, and prints the public half alone', () => {
    expect(made.status).toBe(0);
    expect(statSync(KEY).mode & 0o777).toBe(0o600);
    expect(key.jwk.d).toMatch(/^[\w-]{43}$/);
    expect(made.stdout + made.stderr).not.toContain(key.jwk.d);
    const { kty, crv, x } = key.jwk;
    expect(issuers).toEqual({
      'bob-1': { issuer: "Bob’s 'shop'", jwk: { kty, crv, x }, notBefore: key.notBefore, notAfter: key.notAfter },
    });
  });

  it('never overwrites', () => {
    const before = readFileSync(KEY, 'utf8');
    const again = voucher(['keygen', '--out', KEY]);
    expect(again).toMatchObject({ status: 1, stdout: '' });
    expect(again.stderr).toContain('never overwritten');
    expect(readFileSync(KEY, 'utf8')).toBe(before);
  });

  it('says so when it cannot write', () => {
    const nowhere = voucher(['keygen', '--out', inFolder('no/such/KEY.json')]);
    expect(nowhere).toMatchObject({ status: 1, stdout: '' });
    expect(nowhere.stderr).toContain('could not be written');
  });

  it('names a key by itself', () => {
    voucher(['keygen', '--out', inFolder('other.json')]);
    expect(JSON.parse(readFileSync(inFolder('other.json'), 'utf8')).kid).toMatch(/^[\w-]{12}$/);
  });
});

describe('issue', () => {
  it('makes what Matte takes, for the account of an address', async () => {
    const { status, stdout, stderr } = voucher([...RECHARGE, '--email', ' User@Example.org', '--reason', 'Order 17']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const check = await checkVoucher(stdout.trimEnd(), world(await emailHash('user@example.org')));
    expect(check).toMatchObject({ ok: true, voucher: { kind: 'recharge', credits: 50, reason: 'Order 17' } });
    expect(await checkVoucher(stdout.trimEnd(), world(null))).toEqual({ ok: false, reason: 'no-account' });
  });

  it('makes none for an address that nobody can register with', () => {
    const { status, stdout, stderr } = voucher([...RECHARGE, '--email', 'bob@localhost']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Nobody can register in Matte as bob@localhost');
  });

  it.each([
    ['membership', ['--plan', 'pro', '--until', '2999-01-01', '--sub', '*'], { plan: 'pro', until: Date.UTC(2999, 0) }],
    ['suspend', ['--reason', 'Charged back', '--sub', 'a'.repeat(64)], { reason: 'Charged back', until: null }],
    ['reinstate', ['--sub', 'a'.repeat(64)], { reason: null }],
  ])('makes a good %s, with the key from stdin', async (kind, args, expected) => {
    const { status, stdout } = voucher(['issue', '--key', '-', '--kind', kind, ...args], readFileSync(KEY, 'utf8'));
    expect(status).toBe(0);
    const check = await checkVoucher(stdout.trimEnd(), world('a'.repeat(64)));
    expect(check).toMatchObject({ ok: true, voucher: { kind, ...expected } });
  });

  it('tells a shop’s program the id, and never makes the same twice', () => {
    const [one, two] = [1, 2].map(() => JSON.parse(voucher([...RECHARGE, '--sub', '*', '--json']).stdout));
    expect(one.jti).not.toBe(two.jti);
    expect(one).toEqual({ code: expect.any(String), jti: expect.any(String), sub: '*', exp: expect.any(Number) });
  });

  it('draws a QR picture that Matte reads', async () => {
    const png = inFolder('v.png');
    const { stdout } = voucher([...RECHARGE, '--sub', '*', '--qr', png]);
    const { data, info } = await sharp(png)
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(readQr({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })).toBe(
      stdout.trimEnd(),
    );
    expect(voucher([...RECHARGE, '--sub', '*', '--qr', png])).toMatchObject({ status: 1, stdout: '' });
  });

  it('warns when others can read the key', () => {
    const open = inFolder('open.json');
    writeFileSync(open, JSON.stringify(key));
    chmodSync(open, 0o644);
    const { status, stderr } = voucher(['issue', '--key', open, ...RECHARGE.slice(3), '--sub', '*']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `Others can read ${open}. Close it: chmod 600 ${open}\n` });
  });

  const { d: _, ...half } = key.jwk;
  voucher(['keygen', '--out', inFolder('second.json')]);
  const otherX = JSON.parse(readFileSync(inFolder('second.json'), 'utf8')).jwk.x;
  it.each([
    ['no such file', null, 'could not be read'],
    ['not JSON', 'secret', 'is not JSON'],
    ['null', 'null', 'is no key of this tool'],
    ['another key', '{"kty":"OKP"}', 'is no key of this tool'],
    ['the public half', JSON.stringify({ ...key, jwk: half }), 'only the public half'],
    ['halves of two keys', JSON.stringify({ ...key, jwk: { ...key.jwk, x: otherX } }), 'cannot sign'],
    ['a key whose term is over', JSON.stringify({ ...key, notAfter: '2020-01-01' }), 'term is over'],
    ['a spoilt issuer', JSON.stringify({ ...key, issuer: '' }), 'not one that Matte takes'],
  ])('refuses a bad key in one sentence: %s', (_, text, sentence) => {
    const path = inFolder('bad.json');
    rmSync(path, { force: true });
    if (text !== null) writeFileSync(path, text, { mode: 0o600 });
    const { status, stdout, stderr } = voucher(['issue', '--key', path, ...RECHARGE.slice(3), '--sub', '*']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('refuses dates that do not fit', () => {
    const past = voucher([...RECHARGE, '--sub', '*', '--until', '2020-01-01']);
    expect(past).toMatchObject({ status: 1, stdout: '' });
    expect(past.stderr).toContain('--until must be after');
  });
});

describe('inspect', () => {
  const code = voucher([...RECHARGE, '--sub', '*']).stdout.trimEnd();

  it('takes a good one, from the command line and from a mail', () => {
    for (const { status, stdout } of [
      voucher(['inspect', code, '--key', KEY]),
      voucher(['inspect', '--key', KEY], `Dear customer,\n> ${code.slice(0, 70)}\n> ${code.slice(70)}\nBye`),
    ]) {
      expect(status).toBe(0);
      expect(stdout).toMatch(/^good: /);
      expect(stdout).toMatch(/credits +50/);
      expect(stdout).not.toContain(key.jwk.d);
    }
  });

  it('tells programs the same', () => {
    const { status, stdout } = voucher(['inspect', code, '--key', KEY, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      signed: true,
      header: { alg: 'EdDSA' },
      claims: { credits: 50 },
    });
  });

  it('asks for the build’s own keys without --key', () => {
    const { status, stdout } = voucher(['inspect', code, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      reason: 'unknown-key',
      signed: false,
      claims: { credits: 50 },
    });
  });

  it.each([
    ['malformed', 'Dear customer'],
    ['malformed', ''],
    ['too-long', 'x'.repeat(100_000)],
    ['bad-signature', `${code.slice(0, -20)}${'A'.repeat(20)}`],
  ])('says that it is %s', (reason, text) => {
    const { status, stdout, stderr } = voucher(['inspect', '--key', KEY, '--json'], text);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, reason });
  });

  it('looks with the eyes of an account', () => {
    const bound = voucher([...RECHARGE, '--email', 'a@b.test']).stdout.trimEnd();
    expect(voucher(['inspect', bound, '--key', KEY, '--email', 'a@b.test']).status).toBe(0);
    expect(voucher(['inspect', bound, '--key', KEY, '--email', 'c@b.test']).stdout).toContain('other-account');
  });
});

describe('a wrong command line', () => {
  it('exits with 2, says what is wrong and how it goes, and prints no result', () => {
    const { status, stdout, stderr } = voucher(['issue', '--kind', 'gift']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Name the key: --key KEY.json\n\nUsage:/);
  });

  it('is not a call for help, which is a result', () => {
    const { status, stdout, stderr } = voucher(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage:/);
  });

  it('leaves no key behind', () => {
    expect(voucher(['keygen', '--out', inFolder('never.json'), '--to', '2020-01-01']).status).toBe(2);
    expect(existsSync(inFolder('never.json'))).toBe(false);
  });
});

it('codes that the tool prints are codes that the parser finds', () => {
  const code = voucher([...RECHARGE, '--sub', '*']).stdout;
  expect(findVouchers(code)).toEqual({ ok: true, codes: [code.trimEnd()] });
});
