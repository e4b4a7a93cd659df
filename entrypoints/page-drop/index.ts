/**
 * Lets a page take the cutout that is being dragged out of a card on it. Chrome lets no drag that begins in a frame of another
 * origin reach the page round it; a frame of ours over the page hears it (drop-catcher/), and what it tells is played to the
 * page here, as any drag would come. Injected when such a drag begins. Like the content script it only answers background,
 * and until the user has let go the page is shown an empty file.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerBackground } from '@/utils/browser/answer-background';
import { createCatcher } from './catcher';
import { createPlayer } from './player';

declare global {
  /** Ends what an earlier drag has left in this page. */
  var stopMatteDrop: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.stopMatteDrop?.();
  const stop = new AbortController();
  const catcher = createCatcher(stop.signal);
  const player = createPlayer(catcher.below);
  const end = () => {
    player.leave();
    stop.abort();
  };
  answerBackground(
    {
      openDrop: ({ address }) => catcher.open(address),
      probeDrop: ({ at }) => ({ takes: player.over(at) }),
      giveDrop: ({ at, picture }) => ({ taken: player.drop(at, picture) }),
      endDrop: end,
    },
    stop.signal,
  );
  globalThis.stopMatteDrop = end;
});
