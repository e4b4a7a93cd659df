/**
 * Lists the images of one frame, for the picker of a batch. It is run once, in a page that may be hostile: it asks for
 * nothing, makes no request and changes nothing. Thumbnails are drawn from what the page has loaded, where a script may
 * read it. The answer is rebuilt by utils/batch/page-images.ts.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

interface Listed {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly thumb: string | null;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

const MOST = 500;
const THUMB_PX = 160;
const THUMB_QUALITY = 0.6;
/** Icons lie in every page by the hundred. */
const SMALLEST_PX = 24;

export default defineUnlistedScript(() => {
  const found: Listed[] = [];
  for (const root of rootsOf(document)) {
    for (const element of root.querySelectorAll('*')) {
      if (found.length < MOST) found.push(...listed(element));
    }
  }
  return { page: location.href, images: found };
});

/** The document and every open shadow root in it. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsOf(shadowRoot) : []));
  return [root, ...inner];
}

function listed(element: Element): Listed[] {
  if (element instanceof HTMLImageElement) return ofImage(element);
  const { backgroundImage } = getComputedStyle(element);
  if (backgroundImage === 'none') return [];
  const url = /url\("((?:[^"\\]|\\.)*)"\)/.exec(backgroundImage)?.[1]?.replace(/\\(.)/g, '$1');
  const box = boxOf(element);
  // Its own size is known to nobody who has not loaded it.
  return url && box && isLarge(box) ? [{ url, width: 0, height: 0, alt: '', thumb: null, box }] : [];
}

function ofImage(image: HTMLImageElement): Listed[] {
  const { currentSrc, src, naturalWidth: width, naturalHeight: height, alt } = image;
  const url = currentSrc || src;
  if (!url || !image.complete || !isLarge({ width, height })) return [];
  return [{ url, width, height, alt, thumb: thumbOf(image), box: boxOf(image) }];
}

function isLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.min(width, height) >= SMALLEST_PX;
}

/** In the window; frames know no position of theirs, and what is out of sight is on no screenshot. */
function boxOf(element: Element): Listed['box'] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function thumbOf(image: HTMLImageElement): string | null {
  const scale = Math.min(1, THUMB_PX / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  try {
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/webp', THUMB_QUALITY);
  } catch {
    return null; // another site's: no script may read it
  }
}
