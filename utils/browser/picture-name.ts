/** A file name (without its ending) for a picture, from its address. */

const FALLBACK = 'picture';
const MAX_LENGTH = 80;

/** Last path segment of an http(s) or file address, decoded; anything else, and anything odd, is "picture". */
export function nameFromUrl(url: string): string {
  if (!/^(https?|file):/i.test(url) || !URL.canParse(url)) return FALLBACK;
  const segment = new URL(url).pathname.split('/').pop() ?? '';
  return safeName(withoutEnding(decode(segment)));
}

/** `boat.jpg` → `boat`; what is no ending of a file stays. */
export function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** Keeps what every file system accepts. */
export function safeName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return [...clean].slice(0, MAX_LENGTH).join('').trim() || FALLBACK;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
