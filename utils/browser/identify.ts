/**
 * What a file really is, from its first bytes: names and MIME types lie, and a 30000×30000 PNG of a few kilobytes must
 * be refused before a decoder allocates 3.6 GB for it.
 */
import { imageSize } from 'image-size';
import { matteError } from '../errors';
import { MAX_FILE_BYTES, MAX_PIXELS } from '../pipeline/raster';

export interface Identity {
  readonly kind: 'bitmap' | 'svg';
  /** Pixels as stored; null where the header was not understood and only decoding can tell. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Headers with big EXIF and ICC blocks stay well inside; the rest of the file is not read here. */
const HEAD_BYTES = 1 << 20;
const BITMAPS = new Set(['png', 'jpg', 'webp', 'gif', 'bmp', 'ico', 'avif', 'heif']);

/** @throws MatteError empty-file, not-an-image, unsupported-format, image-too-large */
export async function identify(file: Blob): Promise<Identity> {
  if (file.size === 0) throw matteError('empty-file');
  if (file.size > MAX_FILE_BYTES) throw matteError('image-too-large', `${file.size} bytes`);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = new TextDecoder().decode(head.subarray(0, 4096)).trimStart().toLowerCase();
  if (isHtml(text)) throw matteError('not-an-image', text.slice(0, 60));
  const found = measure(head);
  if (found && found.width * found.height > MAX_PIXELS) {
    throw matteError('image-too-large', `${found.width}×${found.height}`);
  }
  if (found?.type === 'svg' || /<svg[\s>]/.test(text)) return { kind: 'svg', size: found };
  if (found && !BITMAPS.has(found.type)) throw matteError('unsupported-format', found.type);
  return { kind: 'bitmap', size: found };
}

function isHtml(text: string): boolean {
  return /^<(!doctype html|html|head|body)\b/.test(withoutComments(text));
}

/** Without the comments at its start. By hand: a pattern that allows any number of them takes seconds on a hostile file. */
function withoutComments(text: string): string {
  let rest = text;
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

function measure(head: Uint8Array) {
  try {
    const { width, height, type = '' } = imageSize(head);
    return { width, height, type };
  } catch {
    return null; // truncated or unknown: the decoder has the last word
  }
}
