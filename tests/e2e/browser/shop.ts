/**
 * A shop for the tests. Its key is made in each run by the issuer's own tool, and only the copies of the build that builds.ts
 * makes know its public half: nothing that is committed or shipped honours a key whose private half lies about.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve('out/e2e-shop');
const KEY = join(FOLDER, 'KEY.json');
/** Of somebody whom no build knows. */
const FORGER_KEY = join(FOLDER, 'forger.json');

/** Opens the shop anew. @returns what stands in `ISSUERS` of a build that honours it, as an expression */
export function openShop(): string {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  tool(['keygen', '--out', FORGER_KEY, '--issuer', 'Test shop']);
  tool(['keygen', '--out', KEY, '--issuer', 'Test shop']);
  const { kid, issuer, jwk, notBefore, notAfter } = JSON.parse(readFileSync(KEY, 'utf8'));
  const { kty, crv, x } = jwk;
  return JSON.stringify({ [kid]: { issuer, jwk: { kty, crv, x }, notBefore, notAfter } });
}

/** What the tool prints for `issue` with these flags: the code. */
export function issue(...flags: readonly string[]): string {
  return tool(['issue', '--key', KEY, ...flags]);
}

/** As `issue`, by somebody who has made a key of his own. */
export function forge(...flags: readonly string[]): string {
  return tool(['issue', '--key', FORGER_KEY, ...flags]);
}

/** A recharge for anybody. */
export function recharge(credits: number, ...flags: readonly string[]): string {
  return issue('--kind', 'recharge', '--credits', String(credits), '--sub', '*', ...flags);
}

/** The picture of a code, as a shop mails it. */
export function qrOf(credits: number): Buffer {
  const path = join(FOLDER, `${crypto.randomUUID()}.png`);
  recharge(credits, '--qr', path);
  return readFileSync(path);
}

function tool(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/voucher.mjs', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`voucher ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
