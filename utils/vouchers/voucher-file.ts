/** Vouchers in a text file that was dropped: .txt, .eml or none of these, as long as it is text. Pictures go to `read-qr.ts`. */
import { type FoundVouchers, findVouchers, MAX_TEXT_CHARS } from './find-vouchers.ts';

/** All codes in a file. Its size is looked at before its bytes. */
export async function findVouchersInFile(file: Blob): Promise<FoundVouchers> {
  // Two bytes a character at most: UTF-16, or UTF-8 of which the most part is not a voucher.
  if (file.size > 2 * MAX_TEXT_CHARS) return { ok: false, reason: 'too-long' };
  return findVouchers(decodeText(new Uint8Array(await file.arrayBuffer())));
}

/** UTF-8, or UTF-16 where its byte order mark says so: Windows' editors and PowerShell write that. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
