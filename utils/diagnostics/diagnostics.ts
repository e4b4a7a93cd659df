/** What went wrong here lately, for whoever asks support: codes and numbers, no address, no name, no pixel. Pure. */
import type { ErrorCode } from '../errors';

export interface StoredDiagnosis {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly code: ErrorCode;
  /** Redacted before it is stored. */
  readonly detail: string;
}

export const DIAGNOSTICS_MS = 30 * 24 * 3_600_000;
/** Some weeks of a machine on which much fails. */
export const MAX_DIAGNOSES = 300;

const MAX_DETAIL_CHARS = 160;
/** Longer ones are cut before they are looked at, too: what fails may fail with a whole file in its words. */
const MAX_READ_CHARS = 2000;
const CUT = '…';

/** Whatever stands in quotes is somebody's: a name, an address, a piece of a page. */
const QUOTED = /"[^"]*"?|'[^']*'(?!\p{L})|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|‘[^’]*’(?!\p{L})|`[^`]*`?/gu;
/** A file's name may hold blanks, commas, brackets: it begins after the last sign that no name has, or with the text. */
const FILE_NAME =
  /[^:<>|…\n]*\.(?:jpe?g|jfif|png|apng|gif|webp|avif|heic|heif|bmp|ico|tiff?|svg|psd|raw|dng|pdf|mp4|webm|mov|zip|jws|txt)\b/giu;
/** One half of an e-mail address may stand apart. */
const MAIL = /\S*\s?@\s?\S*/gu;
/** Paths, queries, schemes, escapes, `host:port`: no word of a sentence has one of these inside. */
const ADDRESS = /\S*(?:[/\\?&=#%~]|:(?=\S))\S*/gu;
/** `page.test`, `photo.final`, `192.168.0.1`; not `1.5` and not `156.0.7`. */
const DOTTED = /\S*[\p{L}\p{N}_-]\.[\p{L}\p{N}_-]\S*/gu;
const NUMBER = /^[([]?\d+(?:\.\d+){1,2}[)\],;.]?(?:ms|s|MB|GB|MP)?$/u;
/** Ids, hashes, keys, base64. */
const LONG = /[\p{L}\p{N}_+-]{24,}|\b(?=[\p{L}_-]*\d)[\p{L}\p{N}_-]{12,}\b/gu;

/**
 * What a driver, a browser or a library said, without what it may name: addresses, hosts, paths, file names, e-mails, ids,
 * whatever is quoted, and what `names` holds. Rather too little is left than too much.
 * @param names what is known not to be told, like the picture's name
 */
export function redact(text: string, names: readonly string[] = []): string {
  const plain = text.slice(0, MAX_READ_CHARS).split(CUT).map(plainly).join(CUT);
  const known = names.map((name) => name.normalize('NFKC').trim()).filter((name) => name.length > 2);
  const unnamed = known.reduce((left, name) => left.replaceAll(new RegExp(RegExp.escape(name), 'giu'), CUT), plain);
  return unnamed
    .replace(QUOTED, CUT)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(FILE_NAME, CUT)
    .replace(MAIL, CUT)
    .replace(ADDRESS, CUT)
    .replace(DOTTED, (word) => (NUMBER.test(word) ? word : CUT))
    .replace(LONG, CUT)
    .replace(/…(?:\s*…)*/gu, CUT)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_DETAIL_CHARS);
}

/** Look-alikes of dot, slash and @ become what they look like; what cannot be seen goes. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。｡․]/gu, '.')
    .replace(/\p{Cf}/gu, '');
}
