/** Lays a cutout on a colour, away from the card's own thread: a large one takes most of a second. */
import { flatten } from '@/utils/browser/flatten';

addEventListener('message', ({ data }: MessageEvent<{ readonly png: Blob; readonly colour: string }>) => {
  flatten(data.png, data.colour).then(postMessage, () => postMessage(null));
});
