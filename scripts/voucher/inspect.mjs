/** What a voucher says, and whether Matte would take it. The unsigned and the forged are shown too, as what they are. */
import WORDS from '../../locales/en/vouchers.json' with { type: 'json' };
import { emailHash } from '../../utils/account/email-hash.ts';
import { checkVoucher } from '../../utils/vouchers/check-voucher.ts';
import { EVERYONE, isRecord } from '../../utils/vouchers/claims.ts';
import { findVouchers } from '../../utils/vouchers/find-vouchers.ts';
import { ISSUERS } from '../../utils/vouchers/issuers.ts';
import { openEnvelope, peek } from '../../utils/vouchers/jws.ts';
import { publicEntry, readKey } from './key-file.mjs';
import { readStdin } from './stdin.mjs';

/** Looks at every voucher of a text; 1 when one of them would be refused. */
export async function perform({ codes: [text], key: path, email, sub, json }) {
  const key = path === undefined ? null : await readKey(path, { wantsPrivate: false });
  const issuers = key ? { ...ISSUERS, [key.kid]: publicEntry(key) } : ISSUERS;
  const account = email === undefined ? sub : await emailHash(email);
  const found = findVouchers(text === undefined || text === '-' ? await readStdin() : text);
  const looks = found.ok
    ? await Promise.all(found.codes.map((code) => look(code, { issuers, account })))
    : [refused(found.reason)];
  for (const each of looks) process.stdout.write(json ? `${JSON.stringify(each)}\n` : describe(each));
  return looks.every(({ ok }) => ok) ? 0 : 1;
}

async function look(code, { issuers, account }) {
  const { header, claims } = peek(code) ?? {};
  const named = isRecord(claims) && typeof claims.sub === 'string' && claims.sub !== EVERYONE ? claims.sub : null;
  const world = { issuers, account: account ?? named, now: Date.now(), redeemed: () => false };
  const [opened, check] = await Promise.all([openEnvelope(code, issuers), checkVoucher(code, world)]);
  const verdict = check.ok ? { ok: true } : refused(check.reason);
  return { ...verdict, signed: opened.ok, header, claims };
}

function refused(reason) {
  return { ok: false, reason, sentence: WORDS[`refused.${reason}`] };
}

function describe({ ok, reason, sentence, signed, header, claims }) {
  const lines = [ok ? 'good: Matte takes this voucher.' : `refused (${reason}): ${sentence}`];
  if (header)
    lines.push(signed ? 'Its signature is good. It says:' : 'WITHOUT a good signature of a known key it says:');
  for (const [name, value] of Object.entries({ ...header, ...(isRecord(claims) ? claims : {}) })) {
    lines.push(`  ${name.padEnd(8)} ${JSON.stringify(value)}${asDate(name, value)}`);
  }
  return `${lines.join('\n')}\n`;
}

function asDate(name, value) {
  if (!['iat', 'nbf', 'exp', 'until'].includes(name) || !Number.isSafeInteger(value)) return '';
  const date = new Date(value * 1000);
  return Number.isNaN(date.valueOf()) ? '' : `  ${date.toISOString()}`;
}
