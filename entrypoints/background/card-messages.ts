/** What a card asks that is about the card, and not about its job. */
import { onMessage } from '@/utils/messaging';
import { createCardCommands } from './card-commands';
import type { BackgroundDeps } from './deps';
import { aimDrop, dragOut, dropOut } from './drag-out';
import type { Notes } from './notes';
import type { OnJob } from './on-job';
import { isOwnPage } from './sender';

export function setUpCardMessages(deps: BackgroundDeps, notes: Notes, onJob: OnJob): void {
  const cards = createCardCommands(deps);
  // Before there is a job: a card's first words are in the language that was chosen.
  onMessage('greetCard', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return null;
    if (typeof data?.jobId === 'string') notes.liveCards.add(data.jobId);
    return cards.greet(sender.tab?.url);
  });
  onJob('moveCard', (job, { move }) => cards.move(job, move), { corner: null });
  onJob('foldCard', (job, { folded }) => cards.fold(job, folded === true), undefined);
  onJob('turnCard', (job, { off }) => cards.turn(job, off === true), { turned: false });
  // Without host access, or on a page that has gone, the drag still goes everywhere else.
  onJob('dragOut', (job, { on }) => dragOut(job, on === true).catch(() => undefined), undefined);
  onJob('aimDrop', (job, { at }) => aimDrop(job, at), { takes: false });
  onJob('dropOut', (job, { at, picture }) => dropOut(job, at, picture), { taken: false });
  onJob('openStudio', (job) => cards.openStudio(job), undefined);
  onJob('removeCutout', (job) => cards.remove(job), { removed: false });
  onJob('restoreCutout', (job) => cards.restore(job), { restored: false });
}
