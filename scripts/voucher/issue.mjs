/** Signs one voucher, and lets Matte's own check look at it before anybody else does. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { CompactSign, importJWK } from 'jose';
import WORDS from '../../locales/en/vouchers.json' with { type: 'json' };
import { normaliseEmail } from '../../utils/account/email.ts';
import { emailHash } from '../../utils/account/email-hash.ts';
import { checkVoucher } from '../../utils/vouchers/check-voucher.ts';
import { EVERYONE } from '../../utils/vouchers/claims.ts';
import { ALGORITHM } from '../../utils/vouchers/jws.ts';
import { Stop } from '../setup/say.mjs';
import { publicEntry, readKey } from './key-file.mjs';
import { qrPng } from './qr-png.mjs';
import { readDate, readSpan } from './terms.mjs';

/** Prints the code, and writes its QR picture when asked. */
export async function perform(wish) {
  const key = await readKey(wish.key, { wantsPrivate: true });
  const claims = await claimsOf(wish, key);
  const code = await sign(claims, key);
  await mustBeGood(code, claims, key);
  if (wish.qr) await writePicture(wish.qr, qrPng(code));
  const { jti, sub, exp } = claims;
  process.stdout.write(wish.json ? `${JSON.stringify({ code, jti, sub, exp })}\n` : `${code}\n`);
  return 0;
}

async function claimsOf({ kind, credits, plan, until, reason, email, sub, from, expires }, key) {
  const iat = seconds(Date.now());
  const nbf = from === undefined ? iat : seconds(readDate(from));
  return {
    iss: key.issuer,
    sub: sub ?? (await hashOf(email)),
    jti: randomUUID(),
    kid: key.kid,
    iat,
    nbf,
    exp: nbf + seconds(readSpan(expires)),
    kind,
    credits: credits === undefined ? undefined : Number(credits),
    plan,
    until: until === undefined ? undefined : seconds(readDate(until)),
    reason,
  };
}

/** For an address that nobody can register with, the voucher would be lost. */
async function hashOf(email) {
  if (normaliseEmail(email) === null) throw new Stop(`Nobody can register in Matte as ${email}. Check the address.`);
  return emailHash(email);
}

async function sign(claims, { kid, jwk }) {
  try {
    const key = await importJWK(jwk, ALGORITHM);
    const payload = new TextEncoder().encode(JSON.stringify(claims));
    return await new CompactSign(payload).setProtectedHeader({ alg: ALGORITHM, kid }).sign(key);
  } catch (error) {
    throw new Stop(`This key cannot sign: ${error.message}`);
  }
}

/** What the shop reads where the customer's sentence would not help. */
const SHOP_SENTENCES = {
  'bad-signature': 'The two halves of the key do not belong together. Use the file as keygen wrote it.',
  'bad-terms': 'The dates do not fit: --until must be after --from and now, and --from plus --expires within 400 days.',
  expired: 'It would be over already: look at --until, and at --from with --expires.',
  'key-out-of-term': 'The key’s term is over or has not begun. Make the next key with keygen.',
  malformed: 'The key’s name or issuer is not one that Matte takes. Make a new key with keygen.',
};

async function mustBeGood(code, { sub, nbf, iat }, key) {
  const check = await checkVoucher(code, {
    issuers: { [key.kid]: publicEntry(key) },
    account: sub === EVERYONE ? null : sub,
    now: Math.max(nbf, iat) * 1000,
    redeemed: () => false,
  });
  if (check.ok) return;
  const { reason } = check;
  throw new Stop(
    `Matte would refuse this voucher (${reason}). ${SHOP_SENTENCES[reason] ?? WORDS[`refused.${reason}`]}`,
  );
}

async function writePicture(path, png) {
  try {
    await writeFile(path, png, { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') throw new Stop(`${path} exists already. Choose another name for the picture.`);
    throw new Stop(`The picture could not be written to ${path}: ${error.message}`);
  }
}

function seconds(ms) {
  return Math.floor(ms / 1000);
}
