/** Lays a cutout on a colour, away from the page's own thread: a large one takes most of a second. */
import { flatten } from './flatten';

addEventListener('message', ({ data }: MessageEvent<{ readonly png: Blob; readonly colour: string }>) => {
  flatten(data.png, data.colour).then(postMessage, () => postMessage(null));
});
