/** The four places of the cards. Pure. */
import type { Side } from '@/utils/messaging';
import type { Corner } from '@/utils/settings/cards';

/** @param point in the window's CSS pixels; what is outside of it belongs to the corner next to it. */
export function nearestCorner(
  point: { readonly x: number; readonly y: number },
  window: { readonly width: number; readonly height: number },
): Corner {
  return cornerOf(point.y < window.height / 2, point.x < window.width / 2);
}

/** One step to a side; who is there stays. */
export function cornerTowards(corner: Corner, side: Side): Corner {
  if (side === 'top' || side === 'bottom') return cornerOf(side === 'top', isLeft(corner));
  return cornerOf(isTop(corner), side === 'left');
}

export const isTop = (corner: Corner) => corner.startsWith('top');
export const isLeft = (corner: Corner) => corner.endsWith('left');

function cornerOf(top: boolean, left: boolean): Corner {
  return `${top ? 'top' : 'bottom'}-${left ? 'left' : 'right'}`;
}
