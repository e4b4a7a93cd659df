/** Hears a drag over the page, asks whether the page would take it there, and shows that by the pointer. */
import type { Place } from '@/utils/messaging';
import { newestOnly } from '@/utils/single-flight';

export interface DropPort {
  readonly aim: (at: Place) => Promise<{ readonly takes: boolean }>;
  readonly drop: (at: Place, picture: Blob) => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

/** Only what the user really does counts. */
export function catchDrops(page: Document, port: DropPort): void {
  const aim = createAim(port);
  page.addEventListener('dragover', (event) => {
    if (!event.isTrusted || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = aim.takes() ? 'copy' : 'none';
    aim.at(placeOf(event));
  });
  page.addEventListener('drop', (event) => {
    const picture = event.dataTransfer?.files[0];
    if (!event.isTrusted || !picture) return;
    event.preventDefault();
    void port.drop(placeOf(event), picture).finally(port.end).catch(forgotten);
  });
  // While something is dragged the pointer moves over nothing: this drag is over, and its end was not heard of.
  page.addEventListener('pointermove', (event) => event.isTrusted && void port.end().catch(forgotten));
}

/** In shares of the window, which is as large as the page's, whatever the zoom. */
function placeOf({ clientX, clientY }: MouseEvent): Place {
  return { x: clientX / innerWidth, y: clientY / innerHeight };
}

/** One question at a time, and of those that waited only the newest. */
function createAim(port: Pick<DropPort, 'aim'>) {
  // Until the page has answered: whoever lets go at once is not refused, for the page is asked again then.
  let takes = true;
  const at = newestOnly<Place>(async (place) => {
    takes = await port.aim(place).then(
      (answer) => answer.takes,
      () => false,
    );
  });
  return { takes: () => takes, at };
}

/** Background is gone, or the page is: there is nobody left to tell. */
function forgotten(): void {}
