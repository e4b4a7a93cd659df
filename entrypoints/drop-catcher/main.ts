/** Lies unseen over a page while a cutout is dragged out of its card: `drop-catcher.html#<jobId>`. See page-drop/. */
import { sendMessage } from '@/utils/messaging';
import { catchDrops } from './catch-drops';

const jobId = location.hash.slice(1);

catchDrops(document, {
  aim: (at) => sendMessage('aimDrop', { jobId, at }),
  drop: (at, picture) => sendMessage('dropOut', { jobId, at, picture }),
  end: () => sendMessage('dragOut', { jobId, on: false }),
});
