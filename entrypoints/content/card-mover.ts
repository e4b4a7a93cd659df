/** In which corner the cards are, and how they get from one to another. */
import type { CardMove } from '@/utils/messaging';
import type { Corner } from '@/utils/settings/cards';
import { place } from './card-looks';
import { cornerTowards, nearestCorner } from './corner';

const SNAP_MS = 160;

export interface Stage {
  readonly host: HTMLElement;
  readonly column: HTMLElement;
}

export function createMover() {
  let corner: Corner = 'bottom-right';

  function stand(next: Corner, { host, column }: Stage): Corner {
    corner = next;
    place(host, column, corner);
    return corner;
  }

  /** Another corner, and how they got there. */
  function settle(next: Corner, stage: Stage): Corner {
    const { host } = stage;
    const before = host.getBoundingClientRect();
    host.style.removeProperty('translate');
    stand(next, stage);
    const after = host.getBoundingClientRect();
    const from = `${before.x - after.x}px ${before.y - after.y}px`;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    host.animate([{ translate: from }, { translate: '0 0' }], { duration: isStill ? 0 : SNAP_MS, easing: 'ease-out' });
    return corner;
  }

  /** @param zoom of the tab: moves are measured on the screen. @returns the corner, once it is decided */
  function move(frame: HTMLIFrameElement, stage: Stage, wish: CardMove, zoom: number): Corner | null {
    if (wish.kind === 'by') {
      stage.host.style.setProperty('translate', `${wish.x / zoom}px ${wish.y / zoom}px`, 'important');
      return null;
    }
    if (wish.kind === 'towards') return settle(cornerTowards(corner, wish.side), stage);
    const { x, y, width, height } = frame.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    return settle(nearestCorner(middle, { width: innerWidth, height: innerHeight }), stage);
  }

  return { stand, move, here: () => corner };
}
