/** Every check that a voucher can fail, and the sentence a person reads: what happened, then what to do. */

export type VoucherRefusal =
  | 'already-redeemed'
  | 'bad-signature'
  | 'bad-terms'
  | 'expired'
  | 'foreign-issuer'
  | 'key-out-of-term'
  | 'malformed'
  | 'no-account'
  | 'no-gain'
  | 'no-qr'
  | 'not-yet-valid'
  | 'other-account'
  | 'outdated'
  | 'too-long'
  | 'unknown-key'
  | 'unknown-kind'
  | 'wrong-alg';

/** A missing reason is a compile error; tests check that each sentence names a next step. */
export const REFUSAL_SENTENCES: Readonly<Record<VoucherRefusal, string>> = {
  'already-redeemed':
    'This voucher was redeemed here before, and counts once. Open your credits to see it, or get another.',
  'bad-signature': 'This voucher was changed or mistyped on its way. Copy the code again from where you got it.',
  'bad-terms': 'What this voucher grants makes no sense, so nothing was granted. Ask the shop for a new one.',
  expired: 'This voucher has expired. Check this computer’s date, or ask the shop for a new one.',
  'foreign-issuer': 'This voucher names one shop and was signed by another. Ask the shop for a new one.',
  'key-out-of-term':
    'This voucher is dated outside the time in which its signature counts. Ask the shop for a new one.',
  malformed: 'There is no complete voucher here. Copy the whole code again, from “eyJ” to its last letter.',
  'no-account':
    'This voucher is for a registered e-mail address. Sign in or register with that address, then redeem it again.',
  'no-gain':
    'You have what this voucher gives, for as long or longer, so it was not used up. Check its end date, or ask the shop.',
  'no-qr': 'No QR code can be read in this picture. Try a sharper one, or paste the code as text.',
  'not-yet-valid': 'This voucher is not valid yet. Check this computer’s date, or redeem it on the day it begins.',
  'other-account': 'This voucher is for another e-mail address. Sign in with the address that it was bought for.',
  outdated:
    'A newer decision about this account counts, so this one changes nothing. Ask the shop what it decided last.',
  'too-long': 'This is far longer than any voucher. Paste only the code, or drop the file that you were sent.',
  'unknown-key': 'This version of Matte does not know who signed this voucher. Update Matte, then redeem it again.',
  'unknown-kind': 'This version of Matte does not know this kind of voucher. Update Matte, then redeem it again.',
  'wrong-alg': 'This code is not signed in the way of Matte’s vouchers. Ask whoever sent it for a genuine one.',
};
