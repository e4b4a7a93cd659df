/** Plays a drag to the page: the events of HTML's drag-and-drop (§6.11.5), and the file field that takes what nobody refused. */
import type { Place } from '@/utils/messaging';
import { accepts } from './accepts';

/** What the page is shown of the picture before the user has let go. */
const NOTHING_YET = new File([], 'cutout.png', { type: 'image/png' });

/** @param below what the page has at a point of its window */
export function createPlayer(below: (x: number, y: number) => Element | null) {
  let entered: Element | null = null;

  function goTo(target: Element | null, at: Place): void {
    if (target === entered) return;
    if (target) fire('dragenter', target, at, NOTHING_YET);
    if (entered) fire('dragleave', entered, at, NOTHING_YET);
    entered = target;
  }

  /** @returns whether the page would take the picture here */
  function over(at: Place): boolean {
    const target = below(at.x * innerWidth, at.y * innerHeight);
    goTo(target, at);
    if (!target) return false;
    const isWanted = fire('dragover', target, at, NOTHING_YET);
    return isWanted || fieldAt(target, NOTHING_YET.type) !== null;
  }

  return {
    over,

    /** @returns whether the page took it; asked once more, for it may have changed */
    drop(at: Place, picture: File): boolean {
      if (!over(at) || !entered) return false;
      const target = entered;
      entered = null;
      if (!fire('drop', target, at, picture)) fill(fieldAt(target, picture.type), picture);
      return true;
    },

    leave(): void {
      goTo(null, { x: 0, y: 0 });
    },
  };
}

/** @returns true when the page has cancelled the event, which is how it takes a drag */
function fire(type: string, target: Element, at: Place, file: File): boolean {
  const [clientX, clientY] = [at.x * innerWidth, at.y * innerHeight];
  const place = { clientX, clientY, screenX: screenX + clientX, screenY: screenY + clientY };
  const flags = { bubbles: true, composed: true, cancelable: type !== 'dragleave' };
  return !target.dispatchEvent(new DragEvent(type, { ...place, ...flags, dataTransfer: carrying(file), view: window }));
}

function carrying(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  transfer.effectAllowed = 'copy';
  transfer.dropEffect = 'copy';
  return transfer;
}

/** The file field at or round an element, or the one that its label stands for. */
function fieldAt(element: Element, type: string): HTMLInputElement | null {
  const field = element.closest('input') ?? element.closest('label')?.control;
  const isField = field instanceof HTMLInputElement && field.type === 'file' && !field.disabled;
  return isField && !field.webkitdirectory && accepts(field.accept, type) ? field : null;
}

function fill(field: HTMLInputElement | null, picture: File): void {
  if (!field) return;
  field.files = carrying(picture).files;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}
