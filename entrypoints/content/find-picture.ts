/** Which picture was meant, and its address or its bytes. */
import type { PagePicture } from '@/utils/messaging';
import type { Clicked } from './clicked';
import { drawn, onScreen } from './pixels';
import type { Pointed } from './pointed';

const NONE: PagePicture = { kind: 'none' };
/** Smaller inline drawings are icons lying on the picture that was meant. */
const MIN_DRAWING_PX = 48;
/** What another frame needs to answer. */
const OTHERS_MS = 150;

/**
 * @param srcUrl the image that the menu named; null for the page's menu and for images whose address the menu left out.
 * @param pixels the address gave nothing: read the pixels that are shown.
 */
export async function findPicture(
  { srcUrl, pixels }: { srcUrl: string | null; pixels: boolean },
  clicked: Clicked | null,
): Promise<PagePicture> {
  const under = clicked ? elementsUnder(clicked) : [];
  if (!srcUrl) return firstPicture(under);
  const images = [...under, ...document.images].filter((element) => element instanceof HTMLImageElement);
  const image = images.find(({ currentSrc, src }) => currentSrc === srcUrl || src === srcUrl);
  if (pixels) return image ? shownPixels(image) : NONE;
  return (await fromAddress(srcUrl)) ?? (image ? shownPixels(image) : NONE);
}

/** The top frame says that there is none only after a frame that has the pointer could have answered. */
export async function findPointed(pointed: Pointed): Promise<PagePicture> {
  if (pointed && pointed !== 'elsewhere') return firstPicture(elementsUnder(pointed));
  await new Promise((resolve) => setTimeout(resolve, OTHERS_MS));
  return NONE;
}

async function firstPicture(elements: Element[]): Promise<PagePicture> {
  for (const element of elements) {
    const found = await pictureOf(element);
    if (found) return found;
  }
  return NONE;
}

/** The target first, then everything below the pointer, also inside open shadow roots. */
function elementsUnder({ x, y, target }: Clicked): Element[] {
  const root = target?.getRootNode();
  const roots = root instanceof ShadowRoot ? [root, document] : [document];
  const found = roots.flatMap((each) => each.elementsFromPoint(x, y));
  return [...new Set(target ? [target, ...found] : found)];
}

async function pictureOf(element: Element): Promise<PagePicture | null> {
  if (element instanceof HTMLImageElement) return fromAddress(element.currentSrc || element.src);
  if (element instanceof HTMLInputElement) return element.type === 'image' ? fromAddress(element.src) : null;
  if (element instanceof SVGImageElement) return fromAddress(new URL(element.href.baseVal, document.baseURI).href);
  if (element instanceof HTMLCanvasElement || element instanceof HTMLVideoElement) return shownPixels(element);
  if (element instanceof SVGSVGElement) return drawing(element);
  return background(element);
}

/** An address that the extension can fetch goes as it is; what lives only in this page is read here. */
async function fromAddress(url: string): Promise<PagePicture | null> {
  if (/^https?:/i.test(url)) return { kind: 'url', url };
  if (!/^(blob|data):/i.test(url)) return null;
  const blob = await fetch(url)
    .then((response) => response.blob())
    .catch(() => null);
  return blob && { kind: 'bytes', blob, name: '' };
}

async function shownPixels(element: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement): Promise<PagePicture> {
  const blob = await drawn(element);
  return blob ? { kind: 'bytes', blob, name: '' } : onScreen(element);
}

function drawing(svg: SVGSVGElement): PagePicture | null {
  const { width, height } = svg.getBoundingClientRect();
  if (Math.min(width, height) < MIN_DRAWING_PX) return null;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', `${width}`);
  copy.setAttribute('height', `${height}`);
  return {
    kind: 'bytes',
    blob: new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
    name: '',
  };
}

async function background(element: Element): Promise<PagePicture | null> {
  for (const pseudo of ['', '::before', '::after']) {
    const { backgroundImage, content } = getComputedStyle(element, pseudo);
    const url = /url\("((?:[^"\\]|\\.)*)"\)/.exec(`${backgroundImage} ${pseudo && content}`)?.[1];
    const found = url && (await fromAddress(url.replace(/\\(.)/g, '$1')));
    if (found) return found;
  }
  return null;
}
