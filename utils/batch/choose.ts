/** Which of many files a batch takes: pictures, by name, as many as fit. Pure. */
import { MAX_PICTURES } from './batch';

export interface Offered {
  readonly name: string;
  /** MIME, as the system says it; empty where it knows none. */
  readonly type: string;
  /** Folders and name, for who gives a folder. */
  readonly path: string;
}

export interface Choice<File extends Offered> {
  readonly taken: readonly File[];
  /** No pictures. */
  readonly skipped: number;
  /** Pictures for which there is no room. */
  readonly tooMany: number;
}

/** What systems without a type for them call pictures that a browser opens. */
const PICTURE_ENDING = /\.(apng|avif|bmp|gif|ico|jfif|jpe?g|png|svg|webp)$/i;

/** @param locale decides what comes first by name; numbers in names count as numbers */
export function choose<File extends Offered>(
  files: readonly File[],
  locale: string,
  room = MAX_PICTURES,
): Choice<File> {
  const pictures = files.filter(isPicture);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = pictures.toSorted((a, b) => compare(a.path, b.path));
  const taken = sorted.slice(0, room);
  return { taken, skipped: files.length - pictures.length, tooMany: sorted.length - taken.length };
}

/** macOS puts files of its own beside each picture, `._boat.jpg`. */
function isPicture({ name, type }: Offered): boolean {
  if (name.startsWith('.')) return false;
  return type === '' ? PICTURE_ENDING.test(name) : type.startsWith('image/');
}
