import type { Size } from '@/utils/pipeline/raster';
import type { Rect } from '@/utils/studio/bounds';
import type { Frame } from '@/utils/studio/edits';
import { framedRect, layOut, turnedRect, turnedSize } from '@/utils/studio/layout';
import type { Place } from '@/utils/studio/place';
import type { Placing } from './PlaceLayer';
import type { Editing } from './use-edits';

/** The place as an edit, and where the subject is with it. @param size of the photo, like `subject` */
export function placingOf({ edits, move, change }: Editing, size: Size, subject: Rect | null): Placing {
  const { frame } = edits;
  const placed = (place: Place) => ({ ...edits, frame: { ...frame, place } });
  return {
    place: frame.place,
    at: (place) => laidOut({ ...frame, place }, size, subject),
    onMove: (place) => move(placed(place)),
    onSet: (place) => change(placed(place)),
  };
}

function laidOut(frame: Frame, size: Size, subject: Rect | null) {
  const turned = subject && turnedRect(subject, size, frame);
  const layout = layOut(turnedSize(size, frame), turned, frame);
  return { frame: layout, subject: turned && framedRect(turned, layout) };
}
