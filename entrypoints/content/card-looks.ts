/** How the cards' frames look and where they stand. Everything is set on the elements: the page's styles reach nothing. */
import type { Corner } from '@/utils/settings/cards';
import type { Theme } from '@/utils/settings/settings';
import { isLeft, isTop } from './corner';

/** CSS pixels. Below `PILL.height` plus a little, the card's page shows its pill (card/use-pill.ts). */
const CARD = { width: 312, height: 320, radius: 14 };
const PILL = { width: 232, height: 44, radius: 22 };
const SCHEMES: Readonly<Record<Theme, string>> = { auto: 'light dark', light: 'light', dark: 'dark' };

/**
 * The frame has the card's surface (utils/ui/theme.css) itself, so that the card is there at once and not only when its
 * page has loaded, some 100 ms later. Its color-scheme is the card's page's, or Chrome paints the frame white.
 */
export function dressFrame({ style }: HTMLIFrameElement, theme: Theme): void {
  style.cssText =
    `display:block;flex:none;box-sizing:border-box;pointer-events:auto;color-scheme:${SCHEMES[theme]};` +
    'border:1px solid light-dark(#dcdfe5,#3a3d44);background:light-dark(#fff,#1d1e22);' +
    'box-shadow:0 1px 3px rgb(0 0 0/.16),0 6px 14px rgb(0 0 0/.18)';
}

export function sizeFrame({ style }: HTMLIFrameElement, folded: boolean): void {
  const { width, height, radius } = folded ? PILL : CARD;
  Object.assign(style, { width: `${width}px`, height: `${height}px`, borderRadius: `${radius}px` });
}

const HOST_CSS: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  border: '0',
  padding: '0',
  margin: '0',
  background: 'none',
  display: 'block',
  // Only the frames take clicks; what is beside and between them is the page's.
  'pointer-events': 'none',
};

export function dressHost({ style }: HTMLElement): void {
  for (const [name, value] of Object.entries(HOST_CSS)) style.setProperty(name, value, 'important');
}

/** The newest next to the corner; what does not fit is scrolled to. The padding is room for the shadows. */
export function place(host: HTMLElement, { style }: HTMLElement, corner: Corner): void {
  const [top, left] = [isTop(corner), isLeft(corner)];
  host.style.setProperty(
    'inset',
    `${top ? 0 : 'auto'} ${left ? 'auto' : 0} ${top ? 'auto' : 0} ${left ? 0 : 'auto'}`,
    'important',
  );
  style.cssText =
    'display:flex;gap:10px;padding:16px;box-sizing:border-box;max-height:100vh;overflow:hidden auto;scrollbar-width:none;' +
    `flex-direction:${top ? 'column' : 'column-reverse'};align-items:${left ? 'flex-start' : 'flex-end'}`;
}
