/**
 * What a finished picture's file is called, from a pattern like `{name}-{width}`. Names come from web pages, patterns from
 * people: what comes out is a file name on Windows, macOS and Linux, whatever went in. Pure.
 */

export const NAME_PARTS = ['name', 'date', 'width', 'height', 'preset'] as const;
export type NameParts = Readonly<Record<(typeof NAME_PARTS)[number], string>>;

export const USUAL_PATTERN = '{name}-cutout';
export const MAX_PATTERN = 100;

/** With the ending. */
export const MAX_FILE_NAME = 120;
/** Linux allows 255 bytes; what the browser adds to a name that is taken has to fit, too. */
const MAX_BYTES = 240;
const FALLBACK = 'picture';

/** What the file is, if not the cutout: its name says so whatever the pattern. */
export type FileKind = 'cutout' | 'matte' | 'layers';

/** @param ending without the dot */
export function fileNameOf(pattern: string, parts: NameParts, ending: string, kind: FileKind = 'cutout'): string {
  const filled = safeStem(fill(ofKind(pattern, kind), parts), ending.length + 1);
  return `${filled}.${ending}`;
}

/** As if never set where it is none. */
export function parsePattern(value: unknown): string {
  const isPattern = typeof value === 'string' && value.trim() !== '' && value.length <= MAX_PATTERN;
  return isPattern ? value : USUAL_PATTERN;
}

function ofKind(pattern: string, kind: FileKind): string {
  if (kind === 'cutout') return pattern;
  return `${pattern.replace(/-cutout$/, '')}-${kind}`;
}

/** A part without a value takes the separator before it along; braces that are no part stay. */
function fill(pattern: string, parts: NameParts): string {
  return pattern.replace(/([-_. ]?)\{(\w+)\}/g, (whole, separator: string, name: string) => {
    const part = NAME_PARTS.find((each) => each === name);
    if (!part) return whole;
    return parts[part] === '' ? '' : separator + parts[part];
  });
}

/** Control and direction characters (a right-to-left override hides an ending), and what Windows keeps for itself. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** Devices, with any ending (Microsoft, Naming Files, Paths, and Namespaces). */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i;

function safeStem(text: string, endingLength: number): string {
  const clean = text.toWellFormed().normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ');
  // Hidden files begin with a dot, options of a command with a dash; Windows drops dots and blanks at the end.
  const trimmed = withoutEnd(clean.replace(/^[-. ]+/, '')) || FALLBACK;
  const named = RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
  return withoutEnd(shortened(named, endingLength));
}

const withoutEnd = (text: string) => text.replace(/[. ]+$/, '');

/** Whole characters only. */
function shortened(text: string, endingLength: number): string {
  let kept = '';
  let bytes = endingLength;
  for (const character of text) {
    bytes += bytesOf(character);
    if (kept.length + character.length + endingLength > MAX_FILE_NAME || bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept;
}

/** In UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
