/**
 * The only code of ours on web pages: it remembers what was right-clicked, reads what only the page can read, and holds
 * the card's frame. It answers background and never asks for anything, so a page that takes it over gains nothing.
 *
 * An unlisted script, registered in wxt.config.ts: WXT's content-script wrapper tells every page that it is there (and
 * the extension's id), and lets a page stop it by an event.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerBackground } from '@/utils/browser/answer-background';
import { markArea } from './area-marker';
import { createCardHolder } from './card-holder';
import { rememberClicks } from './clicked';
import { findPicture, findPointed } from './find-picture';
import { rememberPointer } from './pointed';

declare global {
  /** Stops the script that an earlier injection or an earlier version left in this page. */
  var stopMatte: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.stopMatte?.();
  const stop = new AbortController();
  const clicked = rememberClicks(stop.signal);
  const pointed = rememberPointer(stop.signal);
  const cards = createCardHolder(stop.signal);
  answerBackground(
    {
      findPicture: (request) => findPicture(request, clicked()),
      pointedPicture: () => findPointed(pointed()),
      markedArea: ({ hint }) => cards.without(() => markArea(hint)),
      showCard: ({ jobId, ...wish }) => cards.show(jobId, wish),
      placeCard: ({ jobId, move, zoom }) => ({ corner: cards.move(jobId, move, zoom) }),
      sizeCard: ({ jobId, folded }) => cards.fold(jobId, folded),
      hideCard: ({ jobId }) => cards.hide(jobId),
      restoreFocus: () => cards.restoreFocus(),
    },
    stop.signal,
    (type) => type !== 'pointedPicture' || pointed() !== 'elsewhere',
  );
  globalThis.stopMatte = () => stop.abort();
});
